import { err, ok, type Result } from '../../kernel/result.ts';

/**
 * What is printed as a bar code: «K», the number of the document in the base (base 36, five signs), three signs of its id
 * and a check sign of ISO/IEC 7064 MOD 37,36, which catches every single wrong sign and every pair that changed places.
 * The signs of the id tell the codes of another base from ours.
 */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARK = 'K';
const LENGTH = 10;

/** What a scanner types while the keyboard is Russian: the same keys in Latin. */
const RUSSIAN_KEYS = new Map(
  Array.from('ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ', (key, at) => [key, 'QWERTYUIOPASDFGHJKLZXCVBNM'.charAt(at)]),
);

const checkSign = (body: string): string => {
  let rest = 36;
  for (const sign of body) {
    const sum = (rest + SIGNS.indexOf(sign)) % 36;
    rest = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return SIGNS.charAt((37 - rest) % 36);
};

/** Three signs out of an id (FNV-1a), equal on every machine. */
const printOf = (id: string): string => {
  let hash = 0x81_1c_9d_c5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return (hash % 46_656).toString(36).toUpperCase().padStart(3, '0');
};

/** `entry` is the number of the document's row in the base; it never changes. */
export const paperCode = (entry: number, id: string): string => {
  const body = `${MARK}${entry.toString(36).toUpperCase().padStart(5, '0')}${printOf(id)}`;
  return body + checkSign(body);
};

export type CodeFault = 'foreign' | 'misread';

/** The row that a code names; `belongs` must then be asked about the document found there. */
export const readCode = (text: string): Result<{ code: string; entry: number }, CodeFault> => {
  const code = [...text.trim().toUpperCase()].map((sign) => RUSSIAN_KEYS.get(sign) ?? sign).join('');
  if (code.length !== LENGTH || !code.startsWith(MARK) || !/^[0-9A-Z]+$/u.test(code)) return err('foreign');
  if (checkSign(code.slice(0, -1)) !== code.slice(-1)) return err('misread');
  return ok({ code, entry: Number.parseInt(code.slice(1, 6), 36) });
};
