import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { SHOWN, type DocumentsFilter } from '#renderer/features/documents/documents-filter.ts';
import { parseRegisterFilter, type RegisterFilter } from '#renderer/features/closing/register-filter.ts';
import { RECORD_STATUSES, type RecordStatus } from '#renderer/features/records/record-filters.tsx';
import { TASK_VIEWS, type TaskView } from '#renderer/features/tasks/task-groups.ts';
import { TODAY_FILTERS, type TodayFilter } from '#renderer/features/today/today-groups.ts';

/** What the address says besides the path: filters of all sections. Anything unknown is left out. */
export type AddressSearch = {
  /** ИНН of the company whose documents are shown, in every section. */
  readonly org?: string;
  /** «Сегодня»: what the list is narrowed to. */
  readonly show?: TodayFilter;
  readonly text?: string;
  readonly month?: string;
  readonly stage?: string;
  /** The document shown on an order's card. */
  readonly sheet?: DocumentKind;
  /** The value of the order that is to be mended: its editor opens with the card. */
  readonly field?: string;
  readonly kind?: DocumentKind;
  readonly state?: DocumentsFilter['show'];
  /** «Документы»: papers of suppliers instead of our own. */
  readonly way?: 'incoming';
  /** «Документы»: the paper that is to be made at once. */
  readonly make?: DocumentKind;
  /** «Задачи»: which of them, and whose: `all`, `user:LOGIN`, `role:CODE`. */
  readonly tasks?: TaskView;
  readonly whose?: string;
  /** The task that is opened. */
  readonly task?: string;
  /** Code of the process whose board or list is shown. */
  readonly process?: string;
  readonly owner?: string;
  readonly status?: RecordStatus;
  /** Code of the report. */
  readonly report?: string;
} & Pick<RegisterFilter, 'view' | 'medium' | 'from' | 'to' | 'party'>;

type Search = Readonly<Record<string, unknown>>;

export const parseAddress = (search: Search): AddressSearch => ({
  org: textOf(search, 'org'),
  show: TODAY_FILTERS.find((filter) => filter === search['show']),
  text: textOf(search, 'text'),
  month: textOf(search, 'month'),
  stage: textOf(search, 'stage'),
  sheet: DOCUMENT_KINDS.find((kind) => kind === search['sheet']),
  field: textOf(search, 'field'),
  kind: DOCUMENT_KINDS.find((kind) => kind === search['kind']),
  state: SHOWN.find((state) => state === search['state']),
  way: search['way'] === 'incoming' ? 'incoming' : undefined,
  make: DOCUMENT_KINDS.find((kind) => kind === search['make']),
  tasks: TASK_VIEWS.find((view) => view === search['tasks']),
  whose: textOf(search, 'whose'),
  task: textOf(search, 'task'),
  process: textOf(search, 'process'),
  owner: textOf(search, 'owner'),
  status: RECORD_STATUSES.find((status) => status === search['status']),
  report: textOf(search, 'report'),
  ...parseRegisterFilter((key) => textOf(search, key)),
});

/** A text of the address. The router reads «1204» as a number, and here it is always a text. */
const textOf = (search: Search, key: string): string | undefined => {
  const value = search[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
