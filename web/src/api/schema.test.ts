import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, test } from 'vitest';

test('the types are those of the committed schema (else: npm run api)', async () => {
  const schema = new URL('../../../docs/reference/openapi.json', import.meta.url);
  const made = COMMENT_HEADER + astToString(await openapiTS(schema));
  expect(readFileSync(new URL('schema.d.ts', import.meta.url), 'utf8')).toBe(made);
});
