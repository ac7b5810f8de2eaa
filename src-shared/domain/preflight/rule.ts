import type { DocumentKind } from '../document/document.ts';
import type { Severity } from '../document/preflight.ts';
import type { Facts, SideName } from './facts.ts';
import { PREFLIGHT_TEXTS, type FindingCode, type TextData } from './texts.ts';

/** A defect that a rule saw; `say` makes its sentence for a document («счёт», «УПД»). */
export type Found = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly field: string;
  readonly data: Readonly<Record<string, string>>;
  readonly say: (document: string) => string;
};

/** A row of documents.md §16: which kinds it reads and what it finds. Pure; strange data is found, never thrown. */
export type Rule = {
  readonly id: string;
  readonly kinds: readonly DocumentKind[];
  readonly check: (facts: Facts) => readonly Found[];
};

type TextByCode = { readonly [Code in FindingCode]: (data: TextData[Code] & { readonly document: string }) => string };

const texts: TextByCode = PREFLIGHT_TEXTS;

const maker =
  (severity: Severity) =>
  <Code extends FindingCode>(code: Code, field: string, data: TextData[Code]): Found => ({
    code,
    severity,
    field,
    data,
    say: (document) => texts[code]({ ...data, document }),
  });

export const block = maker('block');
export const warn = maker('warn');
export const hint = maker('hint');

const GENITIVE: Readonly<Record<SideName, string>> = {
  seller: 'нашей организации',
  buyer: 'покупателя',
  carrier: 'перевозчика',
  consignor: 'грузоотправителя',
  consignee: 'грузополучателя',
};

/** «покупателя»: whose requisite it is. */
export const whose = (side: SideName): string => GENITIVE[side];
