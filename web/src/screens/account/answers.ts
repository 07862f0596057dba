/** What the server says about signing in, as messages a lifter can act on. */

import { Unreachable, type AuthAnswer } from '../../api/client.ts';
import type { MessageKey } from '../../messages/index.svelte.ts';

const BY_CODE: Record<string, MessageKey> = {
  email_password_mismatch: 'signin.wrong',
  invalid_login: 'signin.wrong',
  too_many_login_attempts: 'signin.locked',
  rate_limited: 'signin.locked',
  incorrect_code: 'signin.code_wrong',
  incorrect_password: 'account.password_wrong',
  enter_current_password: 'account.password_wrong',
  email_taken: 'signin.email_taken',
  invalid: 'signin.email_bad',
  password_too_short: 'signin.password_short',
  password_too_common: 'signin.password_common',
  password_entirely_numeric: 'signin.password_numbers',
  password_too_similar: 'signin.password_similar',
};

const BY_STATUS: Record<number, MessageKey> = {
  403: 'signin.closed',
  429: 'signin.locked',
};

/** Which field an answer speaks of; `form` for all of them. */
export type Fault = { key: MessageKey; field: string };

/** What is wrong, from the first thing that `answer` complains about. */
export function faultOf(answer: AuthAnswer): Fault {
  const error = answer.errors?.[0];
  const key = BY_STATUS[answer.status] ?? (error && BY_CODE[error.code]) ?? 'signin.failed';
  return { key, field: error?.param ?? 'form' };
}

/** What is wrong, from something thrown: no server, or a passkey dialogue that was closed. */
export function faultFrom(problem: unknown, cancelled: MessageKey = 'signin.passkey_none'): Fault {
  if (problem instanceof Unreachable) return { key: 'signin.offline', field: 'form' };
  if (problem instanceof DOMException) return { key: cancelled, field: 'form' };
  return { key: 'signin.failed', field: 'form' };
}

export function isPending(answer: AuthAnswer, flow: string): boolean {
  return answer.data?.flows?.some(({ id, is_pending }) => id === flow && is_pending) ?? false;
}

/** Does the server want to know again that it is the lifter, before it does this? */
export function wantsProof(answer: AuthAnswer): boolean {
  const flows = answer.data?.flows?.map(({ id }) => id) ?? [];
  return answer.status === 401 && flows.some((id) => id.endsWith('reauthenticate'));
}
