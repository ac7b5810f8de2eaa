/**
 * CRC-32 without the bytes. The register of a CRC is a linear function of what it was before: after a text of L bytes it is M(L)·before ⊕ own,
 * where `own` is the register of that text alone, started from 0, and M(L) depends on the length only. So a stored text costs eight table
 * look-ups, however long it is. (Registers here are raw: a file's CRC-32 starts from all ones and is inverted at the end.)
 */

const POLYNOMIAL = 0xedb88320;

export const CRC_TABLE: Int32Array = Int32Array.from({ length: 256 }, (_, byte) => {
  let register = byte;
  for (let bit = 0; bit < 8; bit += 1) register = (register >>> 1) ^ (register & 1 ? POLYNOMIAL : 0);
  return register;
});

/** The register after these bytes. */
export function crcOf(bytes: Uint8Array, register = 0): number {
  let result = register;
  for (const byte of bytes) result = (CRC_TABLE[(result ^ byte) & 0xff] ?? 0) ^ (result >>> 8);
  return result;
}

/** The product of two polynomials over GF(2), modulo the CRC's; the highest bit is x⁰. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let mask = 0x8000_0000; mask !== 0; mask >>>= 1) {
    if (a & mask) product ^= factor;
    factor = (factor >>> 1) ^ (factor & 1 ? POLYNOMIAL : 0);
  }
  return product;
}

/** x to the power of 8·length. */
function power(length: number): number {
  let result = 0x8000_0000;
  // x⁸: one byte.
  let square = 0x0080_0000;
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

const tables = new Map<number, Int32Array>();
const TABLES_KEPT = 8_192;

/** M(length), as eight tables of sixteen: one for each half-byte of the register. */
export function shiftTable(length: number): Int32Array {
  const known = tables.get(length);
  if (known) return known;
  const shift = power(length);
  // The images of the single bits; from the highest (x⁰) on, each next one is the image before times x.
  const images = new Int32Array(32);
  let image = shift;
  for (let bit = 31; bit >= 0; bit -= 1) {
    images[bit] = image;
    image = (image >>> 1) ^ (image & 1 ? POLYNOMIAL : 0);
  }
  const table = new Int32Array(128);
  for (let nibble = 0; nibble < 8; nibble += 1) {
    for (let value = 1; value < 16; value += 1) {
      const bit = Math.clz32(value) ^ 31;
      table[nibble * 16 + value] = (table[nibble * 16 + (value & ~(1 << bit))] ?? 0) ^ (images[nibble * 4 + bit] ?? 0);
    }
  }
  if (tables.size >= TABLES_KEPT) tables.clear();
  tables.set(length, table);
  return table;
}

/** M(length)·register. */
export function shifted(table: Int32Array, register: number): number {
  return (
    (table[register & 15] ?? 0) ^
    (table[16 + ((register >>> 4) & 15)] ?? 0) ^
    (table[32 + ((register >>> 8) & 15)] ?? 0) ^
    (table[48 + ((register >>> 12) & 15)] ?? 0) ^
    (table[64 + ((register >>> 16) & 15)] ?? 0) ^
    (table[80 + ((register >>> 20) & 15)] ?? 0) ^
    (table[96 + ((register >>> 24) & 15)] ?? 0) ^
    (table[112 + (register >>> 28)] ?? 0)
  );
}
