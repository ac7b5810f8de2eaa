import type { Party } from '#shared/domain/party/party.ts';
import { amountInWords } from '#shared/domain/words/amount-in-words.ts';
import { formatMoney, type Kopecks } from '#shared/kernel/money.ts';
import { readZip } from '#main/render/package/zip-reader.ts';
import { unwrap } from '../helpers/a-core.ts';

/** Every part of the file, headers and properties too, as one text without tags and with plain spaces. */
export const allText = async (docx: Uint8Array): Promise<string> => {
  const entries = unwrap(await readZip(docx, { entries: 1_000, inflatedBytes: 50_000_000 }));
  const decoder = new TextDecoder();
  return entries
    .map(({ name, data }) => (/\.(?:xml|rels)$/u.test(name) ? decoder.decode(data) : ''))
    .join('\n')
    .replaceAll(/<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00A0\u202F]+/gu, ' ');
};

export const plain = (text: string): string => text.replaceAll(/[\s\u00A0\u202F]+/gu, ' ').trim();

/** «98 500,00», «98500.00», «98 500» and the words of a sum. */
export const sumTexts = (sum: Kopecks): string[] => {
  if (sum === 0n) return [];
  const printed = plain(formatMoney(sum));
  const bare = printed.replaceAll(' ', '');
  return [printed, bare, bare.replace(',', '.'), printed.replace(/,\d\d$/u, ''), plain(amountInWords(sum))];
};

export const peopleOf = (party: Party): string[] => [
  party.contactName,
  ...party.signatories.map(({ lastName, firstName, middleName }) => `${lastName} ${firstName} ${middleName}`),
];

export const present = (texts: readonly string[]): string[] => texts.map(plain).filter((text) => text.length > 3);

/** Is the text there by itself, not as a part of a longer number? */
export const finds = (text: string, secret: string): boolean => {
  const at = text.indexOf(secret);
  if (at < 0) return false;
  if (!/^[\d ,.]+$/u.test(secret)) return true;
  const pattern = secret.replaceAll(/[.]/gu, String.raw`\.`);
  return new RegExp(String.raw`(?<![\d,.])(?<!\d )${pattern}(?![\d])(?! \d{3})`, 'u').test(text);
};
