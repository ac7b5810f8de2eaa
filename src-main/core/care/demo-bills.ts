import { incomingPaper } from '#shared/contract/incoming.ts';
import type { DemoBill } from '#shared/demo/bills.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { addDays } from '#shared/kernel/date.ts';
import type { UserId } from '#shared/kernel/id.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { CoreDeps } from '../deps.ts';
import { enteredPaper } from '../incoming/add.ts';

/** Days that the company has to pay. */
const DAYS_TO_PAY = 10;

/**
 * Bills of suppliers and carriers with the papers of what they have delivered. Their sides are looked up once: four hundred
 * calls by the door of the window would take longer than the rest of the base.
 */
export const enterDemoBills = (deps: CoreDeps, userId: UserId, bills: readonly DemoBill[]): void => {
  const { organisations, parties, orders } = deps.base.read;
  const companies = new Map(organisations.list().map(({ party }) => [party.inn, party.id]));
  const suppliers = new Map(
    [...new Set(bills.map(({ partyInn }) => partyInn))].map((inn) => [inn, parties.findByTaxId(inn)?.id]),
  );
  const papers = bills.flatMap((bill) => {
    const sides = {
      organisationId: requireDefined(companies.get(bill.organisationInn), 'the company of a demo bill'),
      partyId: requireDefined(suppliers.get(bill.partyInn), 'the writer of a demo bill'),
      orderId: bill.order === null ? null : requireDefined(orders.findByNumber(bill.order.number)[0], 'its order').id,
    };
    const what = bill.isClosed ? (['bill', 'closing'] as const) : (['bill'] as const);
    return what.map((one) => enteredPaper(deps, paperOf(bill, one), sides, userId));
  });
  deps.base.write((stores) => {
    for (const paper of papers) stores.incoming.insert(paper);
  });
};

/** What is closed without НДС comes with an act, with НДС by a УПД; both a week after the bill. */
const TO_CLOSE = 7;

const paperOf = (bill: DemoBill, what: 'bill' | 'closing') => {
  const date = what === 'bill' ? bill.date : addDays(bill.date, TO_CLOSE);
  const sum = moneyToDecimal(bill.sum);
  return incomingPaper.parse({
    date,
    sum,
    kind: what === 'bill' ? 'supplierInvoice' : bill.rate === 'none' ? 'incomingAct' : 'incomingUpd',
    organisation: bill.organisationInn,
    party: bill.partyInn,
    ...(bill.order === null ? {} : { order: bill.order.number }),
    number: bill.number,
    received: date,
    ...(what === 'bill' ? { due: addDays(date, DAYS_TO_PAY) } : {}),
    rates: [{ vatRate: bill.rate, sum }],
    content: bill.content,
  });
};
