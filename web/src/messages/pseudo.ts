import type { Message } from './form.ts';

const LETTERS: Record<string, string> = {
  a: 'á', c: 'ç', d: 'đ', e: 'ë', g: 'ğ', h: 'ĥ', i: 'ï', l: 'ł', n: 'ñ', o: 'ô', r: 'ř', s: 'š',
  t: 'ť', u: 'ü', y: 'ý', z: 'ž', A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', R: 'Ř', S: 'Š',
  T: 'Ť', U: 'Û', Y: 'Ý',
};

/** A language nobody speaks: what is not written in it on the screen bypassed the catalogue. */
export function pseudo(message: Message): Message {
  if (typeof message === 'string') return `[!! ${accented(message)} !!]`;
  const forms = Object.entries(message).map(([rule, text]) => [rule, `[!! ${accented(text)} !!]`]);
  return Object.fromEntries(forms) as Message;
}

function accented(text: string): string {
  return text.replace(/\{\w+\}|[a-zA-Z]/g, (part) => LETTERS[part] ?? part);
}
