import type { InputOf } from '#shared/contract/index.ts';
import { emptyProxy, proxyRequest, type ProxyForm } from './proxy-form.ts';

export type PaperRequest = InputOf<'papers.preview'>['paper'];

/** Kinds that the dialog makes; a доверенность also asks for a person and goods. */
export const FORM_KINDS = ['reconciliation', 'closing-register', 'reminder', 'price-list', 'proxy-goods'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** Undefined for a paper that the dialog does not make: it opens with the usual one. */
export const formKindOf = (kind: string | undefined): FormKind | undefined => FORM_KINDS.find((each) => each === kind);

/** What the dialog has been told so far. */
export type PaperForm = {
  readonly kind: FormKind;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly until: string | null;
  readonly proxy: ProxyForm;
};

/** The year so far: what an accountant reconciles most often. */
export const emptyForm = (today: string, kind: FormKind = 'reconciliation'): PaperForm => ({
  kind,
  organisation: null,
  party: null,
  from: `${today.slice(0, 4)}-01-01`,
  to: today,
  until: null,
  proxy: emptyProxy,
});

/** The request of a filled form; null while something that the kind needs is missing. */
export const requestOf = ({ kind, organisation, party, from, to, until, proxy }: PaperForm): PaperRequest | null => {
  if (organisation === null) return null;
  if (kind === 'price-list')
    return { kind, organisation, ...(party === null ? {} : { party }), ...(until === null ? {} : { validTo: until }) };
  if (party === null) return null;
  if (kind === 'proxy-goods') return proxyRequest(proxy, { organisation, party }, until);
  if (kind === 'reconciliation') return from === null || to === null ? null : { kind, organisation, party, from, to };
  const period = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  return { kind, organisation, party, ...period, ...(until === null ? {} : { returnUntil: until }) };
};
