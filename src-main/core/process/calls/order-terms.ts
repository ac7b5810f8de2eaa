import { appError } from '#shared/contract/errors.ts';
import { DELIVERY_WAYS, readTerm, termField, termText } from '#shared/domain/document/deal-term-fields.ts';
import type { Fields, FieldValue } from '#shared/domain/process/state.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../../ports/base.ts';
import type { Handler } from '../../deps.ts';
import { recordField } from '../../orders/set-field.ts';
import { readTermFields } from '../../packs/read-terms.ts';
import type { StandingCache } from '../../packs/standing-cache.ts';
import { beginOrder } from '../begin-order.ts';
import type { Work } from '../work.ts';
import { tellWindows, type ProcessDeps } from './process-deps.ts';

const valueOf = (stores: Pick<ReadStores, 'processes'>, order: Order, code: string): FieldValue =>
  readTermFields(stores, order.id)[code] ?? null;

/** What an editor opens with, where the value belongs to the process of the order. */
export const termValue =
  (deps: ProcessDeps, ofOrder: Handler<'orders.field'>): Handler<'orders.field'> =>
  (context, input) => {
    const term = termField(input.field);
    const order = term === null ? null : deps.base.read.orders.get(asId(input.orderId));
    if (term === null || order === null) return ofOrder(context, input);
    const value = termText(term.input, valueOf(deps.base.read, order, term.code));
    return ok({ value, choices: term.input === 'way' ? [...DELIVERY_WAYS] : [] });
  };

/**
 * Mends a term of the deal where its paper or its problem is shown: the process that knows the field hears of it as of any change, so
 * that its stages and papers follow. Where no process has such a field, the order's own record keeps it.
 */
export const setTerm =
  (deps: ProcessDeps, standings: StandingCache, ofOrder: Handler<'orders.setField'>): Handler<'orders.setField'> =>
  (context, input) => {
    const term = termField(input.field);
    if (term === null) return ofOrder(context, input);
    const order = deps.base.read.orders.get(asId(input.orderId));
    if (order === null) return err(appError('order.unknown', { order: input.orderId }));
    if (order.revision !== input.revision) return err(appError('order.changed', { number: order.number }));
    const read = readTerm(term.input, input.value);
    if (read === null) return err(appError('field.invalid', { field: input.field, value: input.value.slice(0, 60) }));
    deps.runner.catchUp();
    const { user } = requireDefined(context.actor, 'the acting person');
    const before = termText(term.input, valueOf(deps.base.read, order, term.code));
    const touched = new Set<string>();
    const card = context.commit((stores) => {
      const work = deps.runner.work(stores, { userId: user.id, onBehalfOf: null });
      keep(work, order, { [term.code]: read.value });
      for (const id of work.touched) touched.add(id);
      return recordField(deps, standings, context, stores, input, before);
    });
    tellWindows(context, touched);
    context.emit({ type: 'changed', entity: 'order', id: order.id });
    return ok(card);
  };

const keep = (work: Work, order: Order, fields: Fields): void => {
  const { processes } = work.stores;
  if (processes.recordOfOrder(order.id) === null) beginOrder(work, order, false);
  const record = processes.recordOfOrder(order.id);
  // An order whose process is switched off has nowhere to keep it; the check goes on asking.
  if (record === null) return;
  const codes = Object.keys(fields);
  const knowing = processes
    .ofRecord(record.id)
    .filter(({ id, status }) => status === 'running' && knows(work, id, codes));
  for (const { id } of knowing) work.insist(id, { kind: 'changed', by: null, fields });
  if (knowing.length === 0) processes.saveRecord({ ...record, fields: { ...record.fields, ...fields } });
};

const knows = (work: Work, instanceId: string, codes: readonly string[]): boolean =>
  work.get(instanceId).definition.fields.some(({ code }) => codes.includes(code));
