import { expect, test } from 'vitest';
import { sourceOf } from './evidence.ts';

test('a source is its words and the address of its DOI', () => {
  expect(sourceOf('Snyder and Fry 2012, doi:10.1519/JSC.0b013e31823f8d11')).toEqual({
    text: 'Snyder and Fry 2012',
    doi: '10.1519/JSC.0b013e31823f8d11',
    address: 'https://doi.org/10.1519/JSC.0b013e31823f8d11',
  });
  expect(sourceOf('Vance 2004, doi:10.3200/JMBR.36.4.450-459').doi).toBe('10.3200/JMBR.36.4.450-459');
});

test('a source without one is words alone', () => {
  expect(sourceOf('Lopez 2021, MSSE 53:1206')).toEqual({ text: 'Lopez 2021, MSSE 53:1206' });
});

test('what is odd in a DOI cannot leave its address', () => {
  expect(sourceOf('X 2000, doi:10.1/a"><b').address).toBe('https://doi.org/10.1/a%22%3E%3Cb');
});
