import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { PAPER_EXCEPTIONS, type Order, type Trip } from '#shared/domain/order/order.ts';
import { epdMode, EPD_REASON_TEXTS, type EpdDecision } from '#shared/domain/transport/epd-mode.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { saveOrder } from '../orders/set-field.ts';
import { readCase, sourceOf } from '../packs/read-case.ts';

type EpdView = OutputOf<'closing.epd'>;

const NO_STATE = { operator: '', etrnStatus: 'none', orderStatus: 'none' } as const;

/** Papers of a carriage whose paper original wants a reason since the law (documents.md §2.3). */
const TRANSPORT_PAPERS = ['waybill', 'ttn', 'forwarder-order'] as const;

/** Set while a paper original is on its way although an electronic one is asked for; never a ban. */
const warningOf = ({ documents }: Pick<ReadStores, 'documents'>, order: Order, { mode }: EpdDecision): string => {
  if (mode !== 'required') return '';
  const onPaper = documents
    .ofOrder(order.id)
    .some(({ kind, medium }) => TRANSPORT_PAPERS.some((paper) => paper === kind) && medium !== 'edo');
  return onPaper
    ? 'Перевозочный документ выпущен на бумаге, а с 01.09.2026 нужен электронный: оформите ЭТрН через оператора или выберите причину исключения'
    : '';
};

const viewOf = (deps: Pick<CoreDeps, 'base' | 'clock'>, order: Order, trip: Trip): EpdView => {
  const { read } = deps.base;
  const decision = epdMode(sourceOf(readCase(read, order), 'waybill', '', deps.clock.today()));
  return {
    order: order.number,
    orderId: order.id,
    mode: decision.mode,
    reasons: decision.reasons.map((reason) => EPD_REASON_TEXTS[reason]),
    warning: warningOf(read, order, decision),
    exception: trip.paperException ?? '',
    exceptionText: trip.paperExceptionText,
    exceptions: PAPER_EXCEPTIONS.map((code) => ({ code, title: capitalize(EPD_REASON_TEXTS[code]) })),
    etrnUid: trip.etrnUid,
    orderUid: trip.orderUid,
    ...NO_STATE,
    ...stateOf(read, order),
  };
};

const stateOf = ({ register }: Pick<ReadStores, 'register'>, { id }: Order) => {
  const { operator, etrnStatus, orderStatus } = register.epdOf(id) ?? NO_STATE;
  return { operator, etrnStatus, orderStatus };
};

const freightOrder = (read: ReadStores, asked: string): Result<{ order: Order; trip: Trip }, AppError> => {
  const order = findOrder(read, asked);
  if (!order.ok) return order;
  const { trip, number } = order.value;
  return trip === null ? err(appError('etrn.noTrip', { order: number })) : ok({ order: order.value, trip });
};

export const getEpd =
  (deps: CoreDeps): Handler<'closing.epd'> =>
  (_context, input) => {
    const found = freightOrder(deps.base.read, input.order);
    return found.ok ? ok(viewOf(deps, found.value.order, found.value.trip)) : found;
  };

/** What the operator said of the ЭТрН and the ЭЗЗ, or why a paper original is allowed; who chose it stays in the history. */
export const setEpd =
  (deps: CoreDeps): Handler<'closing.setEpd'> =>
  (context, { order: asked, exception, exceptionText, etrnUid, orderUid, operator, etrnStatus, orderStatus }) => {
    const found = freightOrder(deps.base.read, asked);
    if (!found.ok) return found;
    const { order, trip } = found.value;
    const chosen = PAPER_EXCEPTIONS.find((known) => known === exception) ?? null;
    if (exception !== undefined && exception !== '' && chosen === null)
      return err(appError('field.invalid', { field: 'trip.paperException', value: exception }));
    const before = stateOf(deps.base.read, order);
    const state = {
      operator: operator ?? before.operator,
      etrnStatus: etrnStatus ?? before.etrnStatus,
      orderStatus: orderStatus ?? before.orderStatus,
    };
    const after: Trip = {
      ...trip,
      paperException: exception === undefined ? trip.paperException : chosen,
      paperExceptionText: exceptionText ?? trip.paperExceptionText,
      etrnUid: etrnUid ?? trip.etrnUid,
      orderUid: orderUid ?? trip.orderUid,
    };
    const view = context.commit((stores) => {
      const organisation = requireDefined(stores.organisations.get(order.organisationId), 'the company of an order');
      saveOrder(stores, { ...order, trip: after, revision: order.revision + 1 }, organisation);
      stores.register.saveEpd(order.id, state);
      const reason = chosen === null ? '' : `, на бумаге: ${EPD_REASON_TEXTS[chosen]}`;
      recordAudit(deps, context, stores, {
        action: 'order.epdChanged',
        right: 'orders.edit',
        entity: 'order',
        entityId: order.id,
        before: { ...before, exception: trip.paperException },
        after: { ...state, exception: after.paperException, sentence: `Сведения ЭПД изменены${reason}` },
      });
      return viewOf(deps, requireDefined(stores.orders.get(order.id), 'the saved order'), after);
    });
    context.emit({ type: 'changed', entity: 'order', id: order.id });
    return ok(view);
  };
