import { REGISTER_VIEWS } from '#shared/contract/closing.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { MEDIA, type Medium } from '#shared/domain/party/party.ts';
import { parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { TableSort } from '#renderer/ui/table/table-column.ts';

export type RegisterRow = OutputOf<'closing.register'>['items'][number];
export type RegisterView = (typeof REGISTER_VIEWS)[number];

/** What the register is narrowed to; all of it lives in the address. */
export type RegisterFilter = {
  readonly view?: RegisterView;
  readonly text?: string;
  readonly kind?: DocumentKind;
  readonly medium?: Medium;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly party?: string;
};

/** Rows that come at once. */
export const PAGE_ROWS = 200;

const SORTS = ['date', 'sum', 'counterparty', 'number', 'sentOn', 'state'] as const;

/** The filters as the core reads them. */
export const narrowedBy = (filter: RegisterFilter, org: string | undefined) => {
  const { view, text, kind, medium, from, to, party } = filter;
  return {
    view: view ?? 'all',
    ...(org === undefined ? {} : { organisation: org }),
    ...(text === undefined ? {} : { text }),
    ...(kind === undefined ? {} : { kind }),
    ...(medium === undefined ? {} : { medium }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(party === undefined ? {} : { partyId: party }),
  };
};

type Page = {
  readonly filter: RegisterFilter;
  readonly org: string | undefined;
  readonly sort: TableSort;
  readonly page: number;
};

export const askOf = ({ filter, org, sort, page }: Page): InputOf<'closing.register'> => ({
  ...narrowedBy(filter, org),
  sort: SORTS.find((known) => known === sort.columnId) ?? 'date',
  descending: sort.descending,
  limit: PAGE_ROWS,
  offset: page * PAGE_ROWS,
});

/** What the address says; anything unknown is left out. */
export const parseRegisterFilter = (read: (key: string) => string | undefined): RegisterFilter => ({
  view: REGISTER_VIEWS.find((known) => known === read('view')),
  medium: MEDIA.find((known) => known === read('medium')),
  from: dayOf(read('from')),
  to: dayOf(read('to')),
  party: read('party'),
});

const dayOf = (text: string | undefined): IsoDate | undefined => {
  const parsed = parseIsoDate(text ?? '');
  return parsed.ok ? parsed.value : undefined;
};

export const isNarrowed = (filter: RegisterFilter): boolean =>
  Object.entries(filter).some(([key, value]) => value !== undefined && !(key === 'view' && value === 'all'));
