import { afterEach, expect, test, vi } from 'vitest';
import { auth, type AuthAnswer } from '../../api/client.ts';
import { settled } from './settled.ts';

/** A server with one session, as the cookie has it; signing in while it lasts answers 409. */
class Cookie {
  steps: string[] = [];
  constructor(public inside: string | null) {}

  session = async (): Promise<AuthAnswer> => {
    const user = { id: 1, email: this.inside ?? '', display: '' };
    return this.inside ? { status: 200, data: { user } } : { status: 401 };
  };
  signOut = async (): Promise<AuthAnswer> => {
    this.steps.push('out');
    this.inside = null;
    return { status: 401 };
  };
  signIn = (email: string) => async (): Promise<AuthAnswer> => {
    if (this.inside) return { status: 409 };
    this.inside = email;
    return this.session();
  };
}

test('whose cookie it is already enters', async () => {
  const door = new Cookie('ana@example.org');
  const answer = await settled(door.signIn('Ana@example.org'), 'Ana@example.org', door);
  expect(answer).toMatchObject({ status: 200, data: { user: { email: 'ana@example.org' } } });
  expect(door.steps).toEqual([]);
});

test("nobody enters another's log: that session ends first", async () => {
  const door = new Cookie('ana@example.org');
  const answer = await settled(door.signIn('cy@example.org'), 'cy@example.org', door);
  expect(answer).toMatchObject({ status: 200, data: { user: { email: 'cy@example.org' } } });
  expect(door.steps).toEqual(['out']);
});

test('a passkey says itself who it is for', async () => {
  const door = new Cookie('ana@example.org');
  const answer = await settled(door.signIn('cy@example.org'), null, door);
  expect(answer).toMatchObject({ data: { user: { email: 'cy@example.org' } } });
});

afterEach(() => vi.unstubAllGlobals());

test.each([
  [401, true], [200, true], [403, false], [429, false], [500, false],
])('signing out that is answered %i: done is %s', async (status, isDone) => {
  vi.stubGlobal('document', { cookie: 'csrftoken=x' });
  vi.stubGlobal('fetch', async () => new Response('{}', { status }));
  const outcome = auth.signOut().then(() => true, () => false);
  expect(await outcome).toBe(isDone);
});
