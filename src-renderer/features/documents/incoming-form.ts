import type { InputOf } from '#shared/contract/index.ts';
import { INCOMING_KINDS, INCOMING_TITLES, type IncomingKind } from '#shared/domain/incoming/incoming.ts';
import { formatVatRate, VAT_RATES, type VatRate } from '#shared/kernel/vat.ts';

export type IncomingRequest = InputOf<'incoming.add'>['paper'];

/** What the dialog has been told so far; a paper with several rates comes from a file of the command line. */
export type IncomingForm = {
  readonly kind: IncomingKind;
  readonly organisation: string | null;
  readonly party: string | null;
  readonly order: string;
  readonly number: string;
  readonly date: string | null;
  readonly received: string | null;
  readonly due: string | null;
  readonly sum: string | null;
  readonly rate: VatRate;
  /** Null: counted from the rate. */
  readonly vat: string | null;
  readonly content: string;
};

export const emptyForm = (today: string): IncomingForm => ({
  kind: 'supplierInvoice',
  organisation: null,
  party: null,
  order: '',
  number: '',
  date: today,
  received: today,
  due: null,
  sum: null,
  rate: '22',
  vat: null,
  content: '',
});

export const KIND_OPTIONS = INCOMING_KINDS.map((kind) => ({ value: kind, label: INCOMING_TITLES[kind] }));
export const RATE_OPTIONS = VAT_RATES.map((rate) => ({ value: rate, label: formatVatRate(rate) }));

/** The request of a filled form; null while something is missing. */
export const requestOf = (form: IncomingForm): IncomingRequest | null => {
  const { kind, organisation, party, number, date, sum, rate, vat, received, due, content } = form;
  if (organisation === null || party === null || date === null || sum === null || number.trim() === '') return null;
  const order = form.order.trim();
  return {
    kind,
    organisation,
    party,
    number,
    date,
    sum,
    content,
    ...(order === '' ? {} : { order }),
    ...(received === null ? {} : { received }),
    ...(due === null ? {} : { due }),
    ...(vat === null ? {} : { vat }),
    rates: [{ vatRate: rate, sum, ...(vat === null ? {} : { vat }) }],
  };
};
