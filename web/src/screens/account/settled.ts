import type { AuthAnswer } from '../../api/client.ts';

export type Step = () => Promise<AuthAnswer>;
interface Door {
  session: Step;
  signOut: Step;
}

/**
 * Take a step of signing in where the browser may be signed in already, which the server answers
 * with 409. Only who is named by `email` may stay so; anybody else is signed out first.
 */
export async function settled(step: Step, email: string | null, door: Door): Promise<AuthAnswer> {
  const answer = await step();
  if (answer.status !== 409) return answer;
  const session = await door.session();
  const inside = session.data?.user?.email;
  if (session.status === 200 && email && inside && isSame(inside, email)) return session;
  await door.signOut();
  return step();
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
