import type { ProcessEvent, Refusal } from '#shared/domain/process/events.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { dayOf, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { ProcessState } from '#shared/domain/process/state.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { ProcessInstance } from '../../ports/processes.ts';
import { lackingOriginals } from '../closing/gate.ts';
import { orderBehind } from './order-behind.ts';
import { ORDER_PROCESSES } from './order-fields.ts';

type Circumstances = {
  readonly stores: ReadStores;
  readonly now: LocalTime;
  /** Lived before the program knew of it. */
  readonly isHistory: boolean;
};

type Ending = {
  readonly row: ProcessInstance;
  readonly state: ProcessState;
  readonly definition: ProcessDefinition;
};

/** What a step would end although the papers of the order do not allow it yet. */
export type EarlyEnd = {
  readonly refusal: Refusal;
  /** Else it is done, and looked at (EN-52): a clock, a fact, the CRM, or a person whose goods are handed over already. */
  readonly isRefused: boolean;
};

/** A carriage ends with the cargo; its papers go on in a process of their own. */
const PAPERS_APART = { order: 'freight-order', papers: 'freight-papers' } as const;

/**
 * The closing gate (product.md B12): an order does not end well while papers that the other side signs have not come back. Null where
 * the step ends nothing, where no order stands behind it, and where the gate is open or was opened with a reason.
 */
export const earlyEnd = (
  { stores, now, isHistory }: Circumstances,
  { row, state, definition }: Ending,
  next: ProcessState,
  event: ProcessEvent,
): EarlyEnd | null => {
  const stage = definition.stages.find(({ code }) => code === next.stage);
  if (stage?.kind !== 'success' || next.status !== 'finished' || state.status === 'finished') return null;
  if (isHistory || event.kind === 'started') return null;
  const orderId = orderBehind(stores, row);
  const order = orderId === null ? null : stores.orders.get(orderId);
  if (order === null || !isLast(definition, order.business)) return null;
  const lacking = lackingOriginals(stores, order, dayOf(now));
  if (lacking.length === 0) return null;
  const message =
    `На «${stage.title}» рано: не вернулись подписанные документы. ${lacking.join('; ')}. ` +
    'Примите их или разрешите закрытие без оригиналов на странице «Закрывающие».';
  const isAsked = event.kind === 'moveAsked' || (collects(definition) && 'by' in event && event.by !== null);
  return { refusal: { code: 'process.originals', message, fields: [] }, isRefused: isAsked };
};

/** Does the work on the order end with this process? */
const isLast = ({ code }: ProcessDefinition, business: string): boolean =>
  code === PAPERS_APART.papers || (code !== PAPERS_APART.order && code === ORDER_PROCESSES[business]);

/** Is it the business of this process to collect the papers? Then closing the last task is as good as the move. */
const collects = ({ code, fields }: ProcessDefinition): boolean =>
  code === PAPERS_APART.papers || fields.some((field) => field.code === 'closingDocuments');
