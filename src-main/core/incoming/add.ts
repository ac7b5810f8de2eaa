import type { z } from 'zod';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { incomingPaper } from '#shared/contract/incoming.ts';
import {
  checkSums,
  type IncomingFault,
  type IncomingLine,
  type IncomingPaper,
} from '#shared/domain/incoming/incoming.ts';
import { formatVatRate, splitGross, type VatRate } from '#shared/kernel/vat.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId, type UserId } from '#shared/kernel/id.ts';
import { formatMoney, moneyToDecimal, parseMoney, sumMoney, ZERO, type Kopecks } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { organisationOf, partyOf } from '../papers/read-paper.ts';
import { incomingCard } from './incoming-row.ts';

type Asked = z.output<typeof incomingPaper>;

/** Enters a paper of a supplier or carrier: its sums must add up, and its writer gives a number once a year. */
export const addIncoming =
  (deps: CoreDeps): Handler<'incoming.add'> =>
  (context, { paper: asked }) => {
    const read = readPaper(deps, context, asked);
    if (!read.ok) return read;
    const paper = read.value;
    const card = context.commit((stores) => {
      stores.incoming.insert(paper);
      const change = {
        action: 'incoming.added',
        right: 'incoming.add',
        before: null,
        after: { kind: paper.kind, number: paper.number, sum: moneyToDecimal(paper.sum) },
      } as const;
      recordAudit(deps, context, stores, { ...change, entity: 'incoming', entityId: paper.id });
      if (paper.orderId !== null)
        recordAudit(deps, context, stores, { ...change, entity: 'order', entityId: paper.orderId });
      return incomingCard(requireDefined(stores.incoming.get(paper.id), 'the entered paper'));
    });
    context.emit({ type: 'changed', entity: 'document', id: paper.id });
    return ok(card);
  };

const readPaper = (deps: CoreDeps, context: CallContext, asked: Asked): Result<IncomingPaper, AppError> => {
  const { read } = deps.base;
  const organisation = organisationOf(read, asked.organisation);
  if (!organisation.ok) return organisation;
  const party = partyOf(read, asked.party);
  if (!party.ok) return party;
  if (read.organisations.get(party.value.id) !== null)
    return err(appError('incoming.ownParty', { party: party.value.shortName || party.value.fullName }));
  const order = asked.order === undefined ? null : findOrder(read, asked.order);
  if (order !== null && !order.ok) return order;
  const sides = {
    organisationId: organisation.value.party.id,
    partyId: party.value.id,
    orderId: order?.value.id ?? null,
  };
  const paper = enteredPaper(deps, asked, sides, requireDefined(context.actor, 'the acting person').user.id);
  const fault = paper.lines.length === 0 ? 'в нём нет ни строк, ни сумм по ставкам' : faultText(checkSums(paper));
  if (fault !== null) return err(appError('incoming.sums', { number: asked.number, reason: fault }));
  const same = read.incoming.sameNumber(paper);
  if (same === null) return ok(paper);
  const { number, partyName, receivedOn } = same;
  return err(appError('incoming.duplicate', { number, party: partyName, entered: receivedOn }));
};

type Sides = Pick<IncomingPaper, 'organisationId' | 'partyId' | 'orderId'>;

/** What the base keeps of a paper between known sides; its sums and its number are still to be checked. */
export const enteredPaper = (
  { clock, random }: Pick<CoreDeps, 'clock' | 'random'>,
  asked: Asked,
  sides: Sides,
  enteredBy: UserId,
): IncomingPaper => {
  const lines = linesOf(asked);
  return {
    ...sides,
    id: asId(random.uuid()),
    kind: asked.kind,
    number: asked.number,
    date: isoDate(asked.date),
    receivedOn: isoDate(asked.received ?? clock.today()),
    dueOn: asked.due === undefined ? null : isoDate(asked.due),
    lines,
    sum: kopecksOf(asked.sum),
    vat: asked.vat === undefined ? sumMoney(lines.map(({ vat }) => vat)) : kopecksOf(asked.vat),
    comment: asked.comment,
    state: 'entered',
    enteredAt: clock.now(),
    enteredBy,
  };
};

const kopecksOf = (text: string): Kopecks => {
  const sum = parseMoney(text);
  return sum.ok ? sum.value : ZERO;
};

const taxOf = (gross: Kopecks, rate: VatRate, vat: string | undefined): Kopecks =>
  vat === undefined ? splitGross(gross, rate).vat : kopecksOf(vat);

const WHAT: Readonly<Record<Asked['kind'], string>> = {
  supplierInvoice: 'Услуги по счёту',
  incomingAct: 'Услуги по акту',
  incomingFactura: 'Услуги по счёту-фактуре',
  incomingUpd: 'Услуги по УПД',
};

/** A paper entered by one sum has a line a rate, for what its `content` names. */
const linesOf = ({ kind, lines, rates, content }: Asked): IncomingLine[] => [
  ...lines.map(({ sum, vat, vatRate, ...line }) => {
    const gross = kopecksOf(sum);
    return { ...line, gross, rate: vatRate, vat: taxOf(gross, vatRate, vat) };
  }),
  ...rates.map(({ sum, vat, vatRate }): IncomingLine => {
    const gross = kopecksOf(sum);
    const name = content === '' ? WHAT[kind] : content;
    const tax = taxOf(gross, vatRate, vat);
    return { kind: 'service', name, quantity: '1', unitName: 'усл. ед', gross, rate: vatRate, vat: tax };
  }),
];

const faultText = (fault: IncomingFault | null): string | null => {
  switch (fault?.code) {
    case undefined:
      return null;
    case 'notPositive':
      return 'сумма не больше нуля';
    case 'sum':
      return `сумма строк ${formatMoney(fault.found)}, а всего указано ${formatMoney(fault.expected)}`;
    case 'vat':
      return `НДС строк ${formatMoney(fault.found)}, а всего указано ${formatMoney(fault.expected)}`;
    case 'rate':
      return `НДС строки «${fault.line.name}» ${formatMoney(fault.line.vat)}, а при ставке ${formatVatRate(fault.line.rate)} это ${formatMoney(fault.expected)}`;
  }
};
