/** What an account can prove itself with, as allauth lists it. Moments are seconds since 1970. */

import { auth, type AuthAnswer } from '../../api/client.ts';

type Listed<T> = T extends Promise<AuthAnswer<infer D>> ? D : never;
export type Authenticator = Listed<ReturnType<typeof auth.authenticators>>[number];
export type Device = Listed<ReturnType<typeof auth.sessions>>[number];
