import { describe, expect, it } from 'vitest';
import { qrSquares } from './qr.ts';

const ADDRESS =
  'otpauth://totp/Innervate:ana%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Innervate';

/** The rows of a version 6 code as hexadecimal numbers, as drawn by another program. */
const DRAWN = `
  1fdb2d8327f 10573570041 174c1a2f05d 175a809df5d 174c881365d 10469718f41 1fd5555557f 
  102c77c00 16eca88284b d267be16bc cc91ac92a 93e5338081 1f78617eb0f 6b5d157ac6 15a9b01bc3 
  1cafa081111 1b4bb072d92 b0027acfac 1247344a038 14aa4da4da5 19d6c1256f6 c968aadf73 
  5fb91b8486 50b436e6da 37af955936 149eba5770e 277abc464b 5b274a547a 1ceaddde798 10cc77e183 
  1177be8a518 7a8de23807 e6bb41e7f5 1c0987b13 1fd7543895a 105a2b39513 1741518c9f2 
  1759625e9bd 1755a39872f 104b25a75da 1fd1b1c8722
`;

describe('a QR code', () => {
  it('is square for square what another program draws', () => {
    const rows = qrSquares(ADDRESS).map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
    const drawn = DRAWN.trim().split(/\s+/).map((row) => BigInt(`0x${row}`).toString(2).padStart(41, '0'));
    expect(rows).toEqual(drawn);
  });

  it('grows with its text', () => {
    const sizes = [10, 100, 400].map((length) => qrSquares('a'.repeat(length)).length);
    expect(sizes).toEqual([21, 41, 77]);
    expect(() => qrSquares('a'.repeat(500))).toThrow(RangeError);
  });
});
