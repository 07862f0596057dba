/** Error correction of a QR code: Reed-Solomon over GF(256) with the polynomial 0x11d. */

/** `data` cut into `blocks`, each followed by `correction` words, interleaved as a QR code wants them. */
export function withErrorCorrection(
  data: number[], blocks: number, correction: number, total: number): number[] {
  const short = Math.floor(total / blocks) - correction;
  const shortBlocks = blocks - (total % blocks);
  const divisor = generator(correction);
  const cut: number[][] = [];
  let from = 0;
  for (let block = 0; block < blocks; block += 1) {
    const length = short + (block < shortBlocks ? 0 : 1);
    cut.push(data.slice(from, from + length));
    from += length;
  }
  const checks = cut.map((block) => rest(block, divisor));
  return [...interleaved(cut, short + 1), ...interleaved(checks, correction)];
}

function interleaved(blocks: number[][], longest: number): number[] {
  const words: number[] = [];
  for (let at = 0; at < longest; at += 1) {
    for (const block of blocks) if (at < block.length) words.push(block[at]!);
  }
  return words;
}

function generator(degree: number): number[] {
  const coefficients = new Array<number>(degree).fill(0);
  coefficients[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) {
      coefficients[at] = product(coefficients[at]!, root) ^ (coefficients[at + 1] ?? 0);
    }
    root = product(root, 2);
  }
  return coefficients;
}

function rest(block: number[], divisor: number[]): number[] {
  const words = new Array<number>(divisor.length).fill(0);
  for (const word of block) {
    const factor = word ^ words.shift()!;
    words.push(0);
    divisor.forEach((coefficient, at) => {
      words[at] = words[at]! ^ product(coefficient, factor);
    });
  }
  return words;
}

function product(a: number, b: number): number {
  let sum = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    sum = (sum << 1) ^ ((sum >>> 7) * 0x11d);
    sum ^= ((b >>> bit) & 1) * a;
  }
  return sum;
}
