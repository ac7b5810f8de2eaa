import type { CrmEntity } from '#shared/domain/crm/row.ts';

/** What the connect wizard shows after the address was pasted. */
export type Capabilities = {
  /** «romashka.bitrix24.ru», «МойСклад». */
  readonly portal: string;
  /** The address that really answers; another than the pasted one when the portal was renamed. */
  readonly address: string;
  readonly employee: { readonly id: string; readonly name: string; readonly isAdmin: boolean };
  /** Rights that are missing, in Russian, each with what does not work without it. */
  readonly missing: readonly string[];
  readonly can: Readonly<Record<Ability, boolean>>;
};

export const ABILITIES = [
  'orders',
  'requisites',
  'tasks',
  'files',
  'smartProcesses',
  'invoices',
  'comments',
  'messages',
  'workingDay',
  'paymentLinks',
] as const;
export type Ability = (typeof ABILITIES)[number];

export type Dictionaries = {
  readonly pipelines: readonly Pipeline[];
  readonly employees: readonly Employee[];
  /** Smart processes of Битрикс24: kinds of records that an order may be. */
  readonly processes: readonly { readonly type: string; readonly title: string }[];
  /** Our companies as the CRM knows them. */
  readonly organisations: readonly { readonly id: string; readonly title: string; readonly inn: string }[];
};

export type Pipeline = {
  readonly entity: CrmEntity;
  /** Empty for the only one. */
  readonly id: string;
  readonly title: string;
  readonly stages: readonly Stage[];
};

export type Stage = {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'process' | 'success' | 'failure';
};

export type Employee = {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  /** Null: the CRM does not tell. */
  readonly workingDay: 'open' | 'paused' | 'closed' | null;
};

export type RemoteField = {
  readonly name: string;
  readonly title: string;
  readonly type: 'text' | 'number' | 'money' | 'date' | 'flag' | 'list' | 'file' | 'link' | 'other';
  readonly isReadOnly: boolean;
  readonly isMultiple: boolean;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  /** Up to three values of real records, as text. */
  readonly samples: readonly string[];
};
