/** Sign-in and the rest of the account: allauth's headless routes. */

import { ApiProblem, send } from './request.ts';
import { createPasskey, getPasskey } from './passkey.ts';

/** A step that must be taken before the account is open, e.g. `mfa_authenticate`. */
export interface Flow {
  id: string;
  is_pending?: boolean;
  types?: string[];
}
export interface AuthAnswer<D = Record<string, unknown>> {
  status: number;
  data?: D & { flows?: Flow[]; user?: { id: number; email: string; display: string } };
  meta?: { is_authenticated?: boolean };
  errors?: { message: string; code: string; param?: string }[];
}
export type AuthMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call of a headless route; 401 and 4xx are answers here, not exceptions. */
async function call<D = Record<string, unknown>>(
  path: string,
  method: AuthMethod = 'GET',
  body?: object,
): Promise<AuthAnswer<D>> {
  const response = await send(`/_allauth/browser/v1/${path}`, {
    method,
    ...(body && { body }),
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<AuthAnswer<D>>;
  return { ...answer, status: response.status };
}

interface Authenticator {
  type: 'totp' | 'recovery_codes' | 'webauthn';
  id?: number;
  name?: string;
  created_at: number;
  last_used_at?: number | null;
  total_code_count?: number;
  unused_code_count?: number;
}
interface BrowserSession {
  id: number;
  ip: string;
  user_agent: string;
  created_at: number;
  last_seen_at?: number;
  is_current: boolean;
}

export const auth = {
  call,
  config: () => call('config'),
  session: () => call('auth/session'),
  signUp: (email: string, password: string) => call('auth/signup', 'POST', { email, password }),
  signIn: (email: string, password: string) => call('auth/login', 'POST', { email, password }),
  /** Answers 401 by design: afterwards nobody is signed in. Any other failure is thrown. */
  async signOut(): Promise<AuthAnswer> {
    const answer = await call('auth/session', 'DELETE');
    if (answer.status === 401 || answer.status === 200) return answer;
    throw new ApiProblem(answer.status, 'The server did not sign you out.');
  },
  /** The second step: a code of the authenticator app or a recovery code. */
  enterCode: (code: string) => call('auth/2fa/authenticate', 'POST', { code }),
  confirmPassword: (password: string) => call('auth/reauthenticate', 'POST', { password }),
  confirmCode: (code: string) => call('auth/2fa/reauthenticate', 'POST', { code }),
  changePassword: (current_password: string, new_password: string) =>
    call('account/password/change', 'POST', { current_password, new_password }),
  authenticators: () => call<Authenticator[]>('account/authenticators'),
  /** 404 while there is none: `meta` then holds the secret and its address for the QR code. */
  totp: () => call<Authenticator>('account/authenticators/totp'),
  addTotp: (code: string) => call('account/authenticators/totp', 'POST', { code }),
  removeTotp: () => call('account/authenticators/totp', 'DELETE'),
  recoveryCodes: () => call<{ unused_codes: string[] }>('account/authenticators/recovery-codes'),
  newRecoveryCodes: () =>
    call<{ unused_codes: string[] }>('account/authenticators/recovery-codes', 'POST'),
  /** Asks the phone for a new passkey and registers it; 401 wants `confirmPassword` first. */
  async addPasskey(name: string): Promise<AuthAnswer> {
    const path = 'account/authenticators/webauthn';
    const offer = await call<{ creation_options: unknown }>(`${path}?passwordless`);
    if (offer.status !== 200) return offer;
    const credential = await createPasskey(offer.data?.creation_options);
    return call(path, 'POST', { name, credential, passwordless: true });
  },
  removePasskeys: (authenticators: number[]) =>
    call('account/authenticators/webauthn', 'DELETE', { authenticators }),
  signInWithPasskey: () => passkeyStep('auth/webauthn/login'),
  enterPasskey: () => passkeyStep('auth/webauthn/authenticate'),
  confirmPasskey: () => passkeyStep('auth/webauthn/reauthenticate'),
  sessions: () => call<BrowserSession[]>('auth/sessions'),
  endSessions: (sessions: number[]) => call('auth/sessions', 'DELETE', { sessions }),
};

async function passkeyStep(path: string): Promise<AuthAnswer> {
  const offer = await call<{ request_options: unknown }>(path);
  if (offer.status !== 200) return offer;
  const credential = await getPasskey(offer.data?.request_options);
  return call(path, 'POST', { credential });
}
