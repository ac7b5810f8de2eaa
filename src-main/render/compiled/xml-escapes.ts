const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  ...TEXT_ESCAPES,
  "'": '&apos;',
  '"': '&quot;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

export const escapeText = (text: string): string =>
  text.replaceAll(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] ?? '');

export const escapeAttribute = (text: string): string =>
  text.replaceAll(/[&<>'"\n\t\r]/g, (character) => ATTRIBUTE_ESCAPES[character] ?? '');
