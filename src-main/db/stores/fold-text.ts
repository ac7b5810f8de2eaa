/**
 * Text as search compares it: small letters, ё as е, no quotes, one kind of dash and of space. SQLite's own folding knows
 * ASCII only, so both what is stored and what is asked go through here.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»„“”"'`]/gu, '')
    .replaceAll(/[‐‑–—−]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** The searched words, each of which must be found somewhere in the text. */
export const searchWords = (text: string): readonly string[] => foldText(text).split(' ').filter(Boolean);
