/** Length of the taxpayer number by ОКСМ code: УНП, БИН/ИИН, ИНН КР, ՀՎՀՀ, ИНН РУз (documents.md §13.1, length only). */
const LENGTHS: Readonly<Record<string, number>> = { '112': 9, '398': 12, '417': 14, '051': 8, '860': 9 };

/** Label before the number on papers, by country. */
const LABELS: Readonly<Record<string, string>> = {
  '112': 'УНП',
  '398': 'БИН',
  '417': 'ИНН',
  '051': 'УНН',
  '860': 'ИНН',
};

/** Is the number plausible for its country; a country without a known length takes anything that is not empty. */
export const isForeignTaxId = (countryCode: string, text: string): boolean => {
  const length = LENGTHS[countryCode];
  return length === undefined ? text.trim() !== '' : new RegExp(`^\\d{${length}}$`, 'u').test(text);
};

export const foreignTaxIdLabel = (countryCode: string): string => LABELS[countryCode] ?? 'Рег. номер';
