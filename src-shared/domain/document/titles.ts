import type { DocumentKind } from './document.ts';

/** Names of a document kind in the cases the texts need. */
export type DocumentTitle = {
  /** Full name as printed: «Счет на оплату». */
  readonly title: string;
  /** Genitive of the full name: «Счета на оплату». */
  readonly genitive: string;
  /** Short accusative inside a sentence: «счёт не выпустить». */
  readonly accusative: string;
  /** Short name of a file: «Счет». */
  readonly short: string;
  /** One letter in the strip of a pack. */
  readonly letter: string;
};

export const DOCUMENT_TITLES: Readonly<Record<DocumentKind, DocumentTitle>> = {
  invoice: { title: 'Счет на оплату', genitive: 'Счета на оплату', accusative: 'счёт', short: 'Счет', letter: 'С' },
  'contract-supply': {
    title: 'Договор поставки',
    genitive: 'Договора поставки',
    accusative: 'договор',
    short: 'Договор поставки',
    letter: 'Д',
  },
  'contract-services': {
    title: 'Договор возмездного оказания услуг',
    genitive: 'Договора возмездного оказания услуг',
    accusative: 'договор',
    short: 'Договор услуг',
    letter: 'Д',
  },
  act: { title: 'Акт', genitive: 'Акта', accusative: 'акт', short: 'Акт', letter: 'А' },
  upd: { title: 'УПД', genitive: 'УПД', accusative: 'УПД', short: 'УПД', letter: 'У' },
  waybill: {
    title: 'Транспортная накладная',
    genitive: 'Транспортной накладной',
    accusative: 'транспортную накладную',
    short: 'ТН',
    letter: 'Т',
  },
};

export const titleOf = (kind: DocumentKind): string => DOCUMENT_TITLES[kind].title;
