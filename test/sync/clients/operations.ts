import { createHash } from 'node:crypto';
import type { CrmLine, CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Connector, PushOperation, PushOutcome } from '#main/sync/connectors/connector.ts';
import { must, NEVER } from './fake-line.ts';

/** A key of an outbox row. */
export const KEY = '019ab000-0000-7000-8000-000000000001';

/** A line of goods with VAT inside. */
export const aLine = (over: Partial<CrmLine> = {}): CrmLine => ({
  id: null,
  kind: 'goods',
  code: '',
  name: 'Чайник заварочный',
  unitName: 'шт',
  unitCode: '796',
  quantity: '3',
  price: '1240.50',
  discountPercent: '0',
  vatRate: '22',
  vatIncluded: true,
  ...over,
});

/** A new deal with one line. */
export const aDeal = (over: Partial<Extract<PushOperation, { kind: 'create' }>> = {}): PushOperation => ({
  kind: 'create',
  key: KEY,
  entity: 'order',
  type: null,
  fields: { title: 'Новый заказ', comment: 'Позвонить до 12:00' },
  links: {},
  lines: [aLine()],
  ...over,
});

/** A document of a deal. */
export const aFile = (ref: CrmRef, bytes: Uint8Array, field: string | null = null): PushOperation => ({
  kind: 'file',
  key: KEY,
  ref,
  name: 'Счёт 15.pdf',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: () => Promise.resolve(bytes),
  field,
});

/** What a push that worked made. */
export const doneRef = (outcome: PushOutcome): CrmRef => {
  if (outcome.state !== 'done' || outcome.ref === null) throw new Error(JSON.stringify(outcome));
  return outcome.ref;
};

/** A deal by its number. */
export const deal = (id: number): CrmRef => ({ entity: 'order', id: String(id) });
/** An attempt of this moment. */
export const now = (at: number) => ({ startedAt: new Date(at).toISOString() as IsoInstant });

/** A record as the CRM has it. */
export const readOne = async (connector: Connector, ref: CrmRef): Promise<CrmRow | undefined> =>
  must(await connector.read([ref], NEVER)).rows[0];
