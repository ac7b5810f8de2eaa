import type { IsoDate } from '../../kernel/date.ts';
import type { UserId } from '../../kernel/id.ts';

/** What a role may do. Checked in the core for every call, never only on the screen. */
export const RIGHTS = [
  'orders.read',
  'orders.edit',
  'orders.import',
  'parties.edit',
  'organisations.edit',
  'documents.read',
  'documents.issue',
  'documents.annul',
  'documents.sign',
  'documents.override',
  'documents.stamp',
  'documents.send',
  'documents.accept',
  'contracts.judge',
  'incoming.add',
  'payments.read',
  'payments.edit',
  'templates.edit',
  'processes.edit',
  'users.edit',
  'crm.connect',
  'base.backup',
  'base.restore',
  'base.clearDemo',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Roles of product.md §8.3; a person may have several. */
export const ROLES = [
  'director',
  'commercialDirector',
  'financeDirector',
  'productionHead',
  'logisticsHead',
  'manager',
  'logistician',
  'officeManager',
  'accountant',
  'lawyer',
  'security',
  'shippingOperator',
  'designer',
  'driver',
  'storekeeper',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

const READ: readonly Right[] = ['orders.read', 'documents.read'];
const OFFICE: readonly Right[] = [
  ...READ,
  'orders.edit',
  'orders.import',
  'parties.edit',
  'documents.issue',
  'documents.annul',
  'documents.send',
  'incoming.add',
  'base.backup',
];

/** The rights a new base starts with; an administrator may change them. */
export const DEFAULT_ROLE_RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  director: [...READ, 'payments.read', 'documents.sign', 'documents.override', 'documents.stamp', 'documents.annul'],
  commercialDirector: [...READ, 'payments.read', 'orders.edit', 'documents.sign'],
  financeDirector: [...READ, 'payments.read', 'documents.sign', 'documents.override'],
  productionHead: READ,
  logisticsHead: [...READ, 'orders.edit'],
  manager: [...READ, 'orders.edit', 'parties.edit', 'documents.send'],
  logistician: [...READ, 'orders.edit', 'incoming.add', 'documents.send'],
  officeManager: OFFICE,
  accountant: [
    ...OFFICE,
    'payments.read',
    'payments.edit',
    'documents.override',
    'documents.accept',
    'organisations.edit',
  ],
  lawyer: [...READ, 'contracts.judge'],
  security: [...READ, 'parties.edit'],
  shippingOperator: READ,
  designer: READ,
  driver: [],
  storekeeper: READ,
  administrator: RIGHTS,
};

export type User = {
  readonly id: UserId;
  /** Short name of the command line's `--user`, unique in the base. */
  readonly login: string;
  readonly fullName: string;
  readonly position: string;
  readonly roles: readonly Role[];
  readonly isActive: boolean;
  readonly hasPin: boolean;
};

/** While one person is away, another acts with the rights of both; the log keeps who acted and for whom. */
export type Substitution = {
  readonly id: string;
  readonly absentUserId: UserId;
  readonly substituteUserId: UserId;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/** Who acts, and for whom when the right came from a substitution. */
export type Actor = { readonly user: User; readonly rights: ReadonlySet<Right>; readonly substitutes: readonly User[] };
