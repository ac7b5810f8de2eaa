import { PARTY_TEXTS } from './texts/party-texts.ts';
import { DEAL_TEXTS } from './texts/deal-texts.ts';
import { PAPER_TEXTS } from './texts/paper-texts.ts';
import { TERMS_TEXTS } from './texts/terms-texts.ts';
import { TRIP_TEXTS } from './texts/trip-texts.ts';

/** One Russian sentence per code: the fact first, then what it stops or what to do (design: words without blame). */
export const PREFLIGHT_TEXTS = { ...PARTY_TEXTS, ...DEAL_TEXTS, ...TRIP_TEXTS, ...PAPER_TEXTS, ...TERMS_TEXTS };

/** A sentence that needs nothing but itself. */
type NoFacts = { readonly [name: string]: never };

type Texts = typeof PREFLIGHT_TEXTS;

export type FindingCode = keyof Texts;

/** The facts each sentence needs, besides the name of the document, which the check adds itself. */
export type TextData = {
  readonly [Code in FindingCode]: Texts[Code] extends (data: infer Data) => string
    ? unknown extends Data
      ? NoFacts
      : Omit<Data, 'document'> & Readonly<Record<string, string>>
    : never;
};
