/** How much JavaScript the first screen costs on the wire; fails beyond the budget. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 90;
const folder = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', folder), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
const zipped = (path) => gzipSync(readFileSync(new URL(path, folder)), { level: 9 }).length / 1000;
const show = (kb) => `${kb.toFixed(1)} kB`;

let total = 0;
for (const path of first) {
  total += zipped(path);
  console.log(`${show(zipped(path)).padStart(9)}  ${path}`);
}
const all = readdirSync(new URL('assets/', folder)).filter((name) => name.endsWith('.js'));
const whole = all.reduce((sum, name) => sum + zipped(`assets/${name}`), 0);
const raw = all.reduce((sum, name) => sum + statSync(new URL(`assets/${name}`, folder)).size, 0);
console.log(`${show(total).padStart(9)}  JavaScript of the first screen, gzipped (budget ${BUDGET_KB} kB)`);
console.log(`${show(whole).padStart(9)}  JavaScript of all screens, gzipped (${show(raw / 1000)} raw)`);
if (total > BUDGET_KB) process.exitCode = 1;
