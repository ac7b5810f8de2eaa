import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { ORDER_KINDS } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { isoDate } from '#shared/kernel/date.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Batch, BatchItem } from '../../ports/batches.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { refuseFacsimile } from '../facsimiles/refuse-facsimile.ts';
import { findOrder } from '../orders/find-order.ts';
import type { BatchRunner } from './runner.ts';

type Input = ParsedInputOf<'batches.start'>;
type Wanted = { readonly asked: string; readonly orderId: OrderId | null };

const MOST_ORDERS = 5000;

/** Begins a batch, or goes on with the one that the same request began and a crash or a person stopped. */
export const startBatch =
  (deps: CoreDeps, runner: BatchRunner): Handler<'batches.start'> =>
  (context, input) => {
    const stranger = input.kinds?.find((kind) => ORDER_KINDS.every((known) => known !== kind));
    if (stranger !== undefined)
      return err(appError('pack.unknownKind', { kind: stranger, known: ORDER_KINDS.join(', ') }));
    const refusal = input.facsimile ? refuseFacsimile(context) : null;
    if (refusal !== null) return err(refusal);
    const wanted = wantedOrders(deps, input);
    if (!wanted.ok) return wanted;
    if (wanted.value.length === 0) return err(appError('batch.empty', {}));
    const { facsimile } = input;
    const request = { kinds: input.kinds ?? null, formats: input.formats ?? null, date: input.date ?? null };
    const key = deps.hash(
      // A request without pictures keeps the key that batches had before there were any.
      canonicalJson({
        ...request,
        ...(facsimile ? { facsimile } : {}),
        orders: wanted.value.map(({ asked, orderId }) => orderId ?? asked),
      }),
    );
    const unfinished = deps.base.read.batches.findUnfinished(key);
    const actor = requireDefined(context.actor, 'the acting person');
    const batch: Batch = unfinished ?? {
      ...request,
      key,
      facsimile,
      id: deps.random.uuid(),
      date: input.date === undefined ? null : isoDate(input.date),
      state: 'running',
      startedAt: deps.clock.now(),
      startedBy: actor.user.id,
      workedMs: 0,
      stopCode: '',
    };
    const answer = context.commit((stores) => {
      if (unfinished === null) stores.batches.insert(batch, itemsOf(batch.id, wanted.value));
      else stores.batches.save({ ...batch, state: 'running', stopCode: '' });
      return { id: batch.id, resumed: unfinished !== null };
    });
    runner.run(batch.id, context);
    return ok(answer);
  };

/** Each order once; what no order is found by stays in the list and fails there alone. */
const wantedOrders = (deps: CoreDeps, { orders, text, month, org }: Input): Result<Wanted[], AppError> => {
  const { read } = deps.base;
  if (orders !== undefined) {
    const asked = orders.map((one): Wanted => {
      const order = findOrder(read, one);
      return { asked: one, orderId: order.ok ? order.value.id : null };
    });
    return ok([...new Map(asked.map((one) => [one.orderId ?? one.asked, one])).values()]);
  }
  const organisation = org === undefined ? undefined : read.organisations.list().find(({ party }) => party.inn === org);
  if (org !== undefined && organisation === undefined) return err(appError('organisation.unknown', { inn: org }));
  const filter = { text, month, organisationId: organisation?.party.id };
  const { items } = read.orders.list(filter, { limit: MOST_ORDERS, offset: 0 });
  // Lists show the newest first; numbers are better given in the order of the deals.
  return ok(items.map(({ id, number }) => ({ asked: number, orderId: id })).toReversed());
};

const itemsOf = (batchId: string, wanted: readonly Wanted[]): BatchItem[] =>
  wanted.map((one, position) => ({ ...one, batchId, position, state: 'pending', problems: [] }));
