import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../api/client.ts';
import { deviceOf, installKind } from './device.ts';
import { faultFrom, faultOf, isPending, wantsProof } from './answers.ts';

describe('an answer about signing in', () => {
  it('becomes a sentence beside its field', () => {
    const errors = [{ code: 'password_too_short', message: 'short', param: 'password' }];
    expect(faultOf({ status: 400, errors })).toEqual({ key: 'signin.password_short', field: 'password' });
    expect(faultOf({ status: 429 })).toEqual({ key: 'signin.locked', field: 'form' });
    expect(faultOf({ status: 500 })).toEqual({ key: 'signin.failed', field: 'form' });
  });

  it('tells a missing server from a closed passkey dialogue', () => {
    expect(faultFrom(new Unreachable('no')).key).toBe('signin.offline');
    expect(faultFrom(new DOMException('no', 'NotAllowedError')).key).toBe('signin.passkey_none');
  });

  it('wants a second step, or proof that it is the lifter', () => {
    const second = { status: 401, data: { flows: [{ id: 'login' }, { id: 'mfa_authenticate', is_pending: true }] } };
    expect(isPending(second, 'mfa_authenticate')).toBe(true);
    expect(wantsProof(second)).toBe(false);
    expect(wantsProof({ status: 401, data: { flows: [{ id: 'mfa_reauthenticate' }] } })).toBe(true);
  });
});

describe('a device', () => {
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1';
  const pixel = 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36';

  it('has a name', () => {
    expect(deviceOf(iphone)).toEqual({ browser: 'Safari', system: 'iPhone' });
    expect(deviceOf(pixel)).toEqual({ browser: 'Chrome', system: 'Android' });
    expect(deviceOf('curl/8')).toBeNull();
  });

  it('says how an app is put on its home screen', () => {
    expect(installKind(iphone, 5)).toBe('ios');
    expect(installKind('Mozilla/5.0 (Macintosh; Intel Mac OS X) Safari/605', 5)).toBe('ios');
    expect(installKind(pixel, 5)).toBe('android');
  });
});
