import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import BodyMap from './BodyMap.svelte';
import MiniBody from './MiniBody.svelte';
import { MUSCLES, type Muscle } from './bodymap/muscles.ts';
import { REGIONS } from './bodymap/regions.ts';

const labelFor = (muscle: Muscle): string => `name of ${muscle}`;
const count = (html: string, part: string): number => html.split(part).length - 1;

it('is a picture with a caption when nothing can be chosen', () => {
  const marks = { lats: { level: 'strong', label: 'strong' }, soleus: { level: 'none' } } as const;
  const props = { view: 'back', marks, labelFor, label: 'This week' } as const;
  const { body } = render(BodyMap, { props });
  expect(body).toContain('role="img"');
  expect(body).toContain('aria-label="This week: name of lats: strong"');
  expect(count(body, 'role="button"')).toBe(0);
  expect(count(body, 'tabindex')).toBe(0);
});

it('says a muscle once that both views show', () => {
  const marks = { adductors: { level: 'weak', label: 'weak' } } as const;
  const { body } = render(BodyMap, { props: { view: 'both', marks, labelFor } });
  expect(body).toContain('aria-label="name of adductors: weak"');
});

it('is a row of buttons with one tab stop when muscles can be chosen', () => {
  const chosen = { onselect: () => {}, selected: 'lats' } as const;
  const { body } = render(BodyMap, { props: { view: 'both', marks: {}, labelFor, ...chosen } });
  const shown = REGIONS.front.length + REGIONS.back.length;
  expect(count(body, 'role="button"')).toBe(shown);
  expect(count(body, 'tabindex="0"')).toBe(1);
  expect(count(body, 'aria-pressed="true"')).toBe(1);
  expect(/tabindex="0"[^>]*aria-label="name of lats"/.test(body)).toBe(true);
  for (const muscle of MUSCLES) expect(body).toContain(`data-muscle="${muscle}"`);
});

it('gives each level another pattern, under ids of its own, and no inline style', () => {
  const marks = { lats: { level: 'weak' }, rhomboids: { level: 'moderate' } } as const;
  const { body } = render(BodyMap, { props: { view: 'back', marks, labelFor } });
  const used = [...body.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(new Set(used).size).toBe(2);
  for (const id of used) expect(count(body, `id="${id}"`)).toBe(1);
  expect(body).not.toContain('style=');
});

it('draws a thumbnail of every muscle, silent unless it has a label', () => {
  for (const muscle of MUSCLES) {
    const { body } = render(MiniBody, { props: { muscle, size: 48 } });
    expect(body, muscle).toContain('aria-hidden="true"');
    expect(count(body, 'class="target'), muscle).toBe(2);
  }
  const { body } = render(MiniBody, { props: { muscle: 'lats', label: 'Lats' } });
  expect(body).toContain('aria-label="Lats"');
  expect(render(MiniBody, { props: { muscle: 'wings' } }).body).not.toContain('<svg');
});

it('is silent when there is nothing to say', () => {
  const { body } = render(BodyMap, { props: { view: 'front', marks: {}, labelFor } });
  expect(body).toContain('aria-hidden="true"');
  expect(body).not.toContain('role=');
});
