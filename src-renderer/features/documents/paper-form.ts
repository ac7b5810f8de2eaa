import type { InputOf } from '#shared/contract/index.ts';

export type PaperRequest = InputOf<'papers.preview'>['paper'];

/** Kinds whose every field fits a small form; a доверенность also wants a passport and goods. */
export const FORM_KINDS = ['reconciliation', 'closing-register', 'reminder', 'price-list'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** What the dialog has been told so far. */
export type PaperForm = {
  readonly kind: FormKind;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly until: string | null;
};

/** The year so far: what an accountant reconciles most often. */
export const emptyForm = (today: string): PaperForm => ({
  kind: 'reconciliation',
  organisation: null,
  party: null,
  from: `${today.slice(0, 4)}-01-01`,
  to: today,
  until: null,
});

/** The request of a filled form; null while something that the kind needs is missing. */
export const requestOf = ({ kind, organisation, party, from, to, until }: PaperForm): PaperRequest | null => {
  if (organisation === null) return null;
  if (kind === 'price-list')
    return { kind, organisation, ...(party === null ? {} : { party }), ...(until === null ? {} : { validTo: until }) };
  if (party === null) return null;
  if (kind === 'reconciliation') return from === null || to === null ? null : { kind, organisation, party, from, to };
  const period = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  return { kind, organisation, party, ...period, ...(until === null ? {} : { returnUntil: until }) };
};
