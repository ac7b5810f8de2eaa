/** «1 234,50», «−40», «12,5 %» as they are printed in a report → a number; null for words and for nothing. */
export const printedNumber = (text: string): number | null => {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace('−', '-')
    .replace(/[%₽]$/u, '')
    .replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null;
};
