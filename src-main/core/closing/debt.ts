import type { OutputOf } from '#shared/contract/index.ts';
import { SHIPMENT_KINDS } from '#shared/domain/payment/paper-roles.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/date.ts';
import type { DocumentId, PartyId } from '#shared/kernel/id.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { Reminder } from '../../ports/sending.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { companyOf } from '../signing/queue.ts';

type Debt = OutputOf<'closing.debt'>;

/** More originals than any office waits for. */
const MOST_AWAITED = 100_000;

/** Every paper that is waited for, the longest first. */
export const awaitedPapers = ({ base }: CoreDeps, organisationId: PartyId | undefined): readonly RegisterRow[] =>
  base.read.register.rows({ organisationId, isAwaited: true }, 'sentOn', false, { limit: MOST_AWAITED, offset: 0 });

const money = (rows: readonly RegisterRow[]) => ({
  documents: rows.length,
  sum: moneyToDecimal(sumMoney(rows.map(({ sum }) => sum))),
  vat: moneyToDecimal(sumMoney(rows.filter(isShipment).map(({ vat }) => vat))),
});

/**
 * НДС is at risk where a paper that shows the shipment has not come back. A request or a contract names the same tax a second time, and
 * nobody is charged by it; a seller who charges none has none in his papers.
 */
const isShipment = ({ kind }: RegisterRow): boolean => SHIPMENT_KINDS.includes(kind);

const dayOf = ({ sentOn, date }: RegisterRow): IsoDate => sentOn ?? date;

const remindersById = (deps: CoreDeps, rows: readonly RegisterRow[]): Map<DocumentId, Reminder[]> =>
  Map.groupBy(deps.base.read.sending.remindersOf(rows.map(({ id }) => id)), ({ documentId }) => documentId);

/** The debt of documents: who owes, for what money, since when, whose client it is (product.md B10). */
export const documentDebt =
  (deps: CoreDeps): Handler<'closing.debt'> =>
  (_context, { organisation, manager }) => {
    const company = companyOf(deps.base.read, organisation);
    if (!company.ok) return company;
    const all = awaitedPapers(deps, company.value);
    const rows = manager === undefined ? all : all.filter(({ managerName }) => managerName === manager);
    const reminded = remindersById(deps, rows);
    const byManager = Map.groupBy(rows, ({ managerName }) => managerName);
    return ok({
      ...money(rows),
      items: [...Map.groupBy(rows, ({ partyId }) => partyId).values()]
        .map((own) => partyDebt(own, reminded, deps.clock.today()))
        .toSorted((a, b) => b.days - a.days || a.counterparty.localeCompare(b.counterparty, 'ru')),
      managers: [...byManager].map(([name, own]) => ({ manager: name, ...money(own) })),
    });
  };

const partyDebt = (
  rows: readonly RegisterRow[],
  reminded: ReadonlyMap<DocumentId, readonly Reminder[]>,
  today: IsoDate,
): Debt['items'][number] => {
  const [first] = rows;
  const oldest = rows.map(dayOf).toSorted()[0] ?? today;
  const reminders = rows.flatMap(({ id, version }) =>
    (reminded.get(id) ?? []).filter((one) => one.version === version),
  );
  return {
    ...money(rows),
    partyId: first?.partyId ?? '',
    counterparty: first?.partyName ?? '',
    days: Math.max(0, daysBetween(oldest, today)),
    oldest,
    managers: [...new Set(rows.map(({ managerName }) => managerName))].filter((name) => name !== ''),
    reminders: new Set(reminders.map(({ letterId }) => letterId)).size,
    remindedOn:
      reminders
        .map(({ remindedOn }) => remindedOn)
        .toSorted()
        .at(-1) ?? null,
  };
};
