/** Series and number without spaces, upper case. */
const normaliseLicence = (text: string): string => text.toUpperCase().replaceAll(/[\s\u00A0\u202F№]/gu, '');

/** Russian driving licence: two digits, two digits or Cyrillic letters, six digits (documents.md §13.2). */
export const isLicence = (text: string): boolean => /^\d{2}[\dА-Я]{2}\d{6}$/u.test(normaliseLicence(text));
