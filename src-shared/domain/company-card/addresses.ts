import type { Statement } from './card-text.ts';
import { tidy } from './clean-text.ts';
import type { Findings } from './findings.ts';

export type Addresses = { legalAddress: string; actualAddress: string; postalAddress: string };
type Kind = keyof Addresses;

const KINDS: readonly Kind[] = ['legalAddress', 'actualAddress', 'postalAddress'];
const THE_SAME = /^(?:\(?\s*)(?:тот же|та же|он же|совпадает|соответствует|см\.|там же|идентичен|аналогич)/iu;
/** A text that can be an address at all: it names a place or begins with an index. */
const LIKE_ADDRESS =
  /(?<!\d)\d{6}(?!\d).*\p{L}|(?<!\p{L})(?:г|ул|обл|д|пр-т|пер|ш|наб|б-р|р-н|край|респ|пос|с|дер|город|улица|область|дом|проспект|шоссе)(?![\p{L}])/iu;

/** The three addresses; «тот же» repeats the legal one, a plain «Адрес» is taken for the legal one. */
export const readAddresses = (statements: readonly Statement[], findings: Findings): Addresses => {
  const read: Addresses = { legalAddress: '', actualAddress: '', postalAddress: '' };
  const same: Kind[] = [];
  for (const { labels, value } of statements) {
    for (const kind of KINDS.filter((one) => labels.includes(one))) {
      if (THE_SAME.test(value)) same.push(kind);
      else if (read[kind] === '' && LIKE_ADDRESS.test(value)) {
        read[kind] = tidyAddress(value);
        findings.mark(kind, 0.95, 'labelled');
      }
    }
  }
  if (read.legalAddress === '') takePlain(statements, read, findings);
  for (const kind of same) {
    if (read[kind] !== '') continue;
    read[kind] = read.legalAddress;
    if (read[kind] !== '') findings.mark(kind, 0.9, 'derived');
  }
  return read;
};

const takePlain = (statements: readonly Statement[], read: Addresses, findings: Findings): void => {
  const plain = statements.find(({ labels, value }) => labels[0] === 'address' && LIKE_ADDRESS.test(value));
  const bare = plain ?? statements.find(({ labels, value }) => labels.length === 0 && /^\d{6},\s/u.test(value));
  if (bare === undefined) return;
  read.legalAddress = tidyAddress(bare.value);
  findings.mark('legalAddress', plain === undefined ? 0.7 : 0.8, plain === undefined ? 'byForm' : 'generic');
};

const tidyAddress = (value: string): string =>
  tidy(value)
    .replace(/,(?=\S)/gu, ', ')
    .slice(0, 500);
