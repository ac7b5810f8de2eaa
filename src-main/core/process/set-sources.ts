import { isFilled } from '#shared/domain/process/condition.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import type { Element, Fields } from '#shared/domain/process/state.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import { kopecksToNumber } from './order-fields.ts';
import { contractsOf } from './contracts.ts';
import type { Running, Work } from './work.ts';

/** Null: the base knows nothing of it; what the process was told before stands. */
type Source = (work: Work, running: Running, argument: string) => readonly Element[] | null;

const textIn = (fields: Fields, code: string): string => (typeof fields[code] === 'string' ? fields[code] : '');

const runningOf = (work: Work, code: string, stage?: string): readonly Running[] =>
  work.stores.processes
    .list({ code, status: 'running', stage }, { limit: 1_000, offset: 0 })
    .items.map(({ id }) => work.get(id))
    .toReversed();

const orderOf = (work: Work, { row }: Running): Order | null => {
  const orderId = work.stores.processes.record(row.recordId)?.orderId ?? null;
  return orderId === null ? null : work.stores.orders.get(orderId);
};

/** Productions of the company, as its directory names them: who heads each, who ships, which goods are its own. */
const productionsOf = (work: Work): readonly Element[] =>
  work.stores.processes
    .recordsOfType('productionSite', 100)
    .toReversed()
    .map(({ id, title, fields }) => ({ id, title, fields }));

const wordsOf = ({ fields }: Element): readonly string[] =>
  textIn(fields, 'goods')
    .toLowerCase()
    .split(/[,;]\s*/u)
    .filter((word) => word !== '');

/** The production that makes the goods; the first one makes what no other claims. */
const productionOf = (productions: readonly Element[], name: string): Element | undefined =>
  productions.find((each) => wordsOf(each).some((word) => name.toLowerCase().includes(word))) ?? productions[0];

type Line = { readonly name: string; readonly quantity: number };

/** Lines of the order, else of the record, else of the record that this process was begun for. */
const linesOf = (work: Work, running: Running): readonly Line[] => {
  const order = orderOf(work, running);
  if (order !== null) return order.lines.map(({ name, quantity }) => ({ name, quantity: Number(quantity) }));
  const { lines } = running.state.fields;
  if (Array.isArray(lines)) return lines.map((name) => ({ name: String(name), quantity: 1 }));
  return running.row.parentId === null ? [] : linesOf(work, work.get(running.row.parentId));
};

const byProduction = (productions: readonly Element[], lines: readonly Line[]): readonly Element[] => {
  const volumes = new Map<string, number>();
  for (const { name, quantity } of lines) {
    const production = productionOf(productions, name);
    if (production !== undefined) volumes.set(production.id, (volumes.get(production.id) ?? 0) + quantity);
  }
  return productions
    .filter(({ id }) => volumes.has(id))
    .map((each) => ({ ...each, fields: { ...each.fields, orderedVolume: volumes.get(each.id) ?? 0 } }));
};

const preliminaryDeals = (work: Work): readonly Running[] => runningOf(work, 'meat-order', 'preliminary');

const childrenOf: Source = (work, { row }, process) =>
  work.stores.processes
    .children(row.id)
    .filter(({ code }) => code === process)
    .map(({ id, title, stage }) => ({ id, title, fields: { ...work.get(id).state.fields, stage } }));

const orderLines: Source = (work, running) => {
  const order = orderOf(work, running);
  if (order !== null) {
    const sums = computeTotals(order, null, dayOf(work.cause.now)).lines;
    return order.lines.map(({ position, name, quantity }, index) => ({
      id: `line-${position}`,
      title: name,
      fields: { product: name, quantity: Number(quantity), sum: kopecksToNumber(sums[index]?.gross ?? null) },
    }));
  }
  const lines = running.state.fields['lines'];
  if (!Array.isArray(lines)) return null;
  return lines.map((name, index) => ({
    id: `line-${index + 1}`,
    title: String(name),
    fields: { product: String(name), quantity: 1 },
  }));
};

const productionsOfLines: Source = (work, running) => {
  const found = byProduction(productionsOf(work), linesOf(work, running));
  return found.length === 0 ? null : found;
};

const productions: Source = (work) => {
  const known = productionsOf(work);
  if (known.length === 0) return null;
  const lines = preliminaryDeals(work).flatMap((deal) => linesOf(work, deal));
  return known.map(
    (each) =>
      byProduction(known, lines).find(({ id }) => id === each.id) ?? {
        ...each,
        fields: { ...each.fields, orderedVolume: 0 },
      },
  );
};

const dealsOnPreliminary: Source = (work) => {
  const deals = preliminaryDeals(work);
  if (deals.length === 0) return null;
  return deals.map(({ row, state: { fields } }) => ({
    id: row.id,
    title: textIn(fields, 'customer') || row.title,
    fields: {
      responsible: row.owner,
      customer: fields['customer'] ?? null,
      volume: fields['volume'] ?? null,
      sum: fields['sum'] ?? null,
    },
  }));
};

const managersOfDeals: Source = (work) => {
  const owners = new Set(preliminaryDeals(work).flatMap(({ row }) => row.owner ?? []));
  if (owners.size === 0) return null;
  return [...owners].map((id) => ({ id, title: work.people.nameOf(id), fields: { responsible: id } }));
};

const carrierOffers: Source = (work, { row }) => {
  const own = work.stores.processes
    .recordsOfType('carrierOffer', 500)
    .filter(({ fields }) => fields['request'] === row.recordId);
  return own.length === 0 ? null : own.toReversed().map(({ id, title, fields }) => ({ id, title, fields }));
};

const carrierSelection: Source = (work) => {
  const carriers = work.stores.processes.recordsOfType('carrier', 500);
  return carriers.length === 0
    ? null
    : carriers.toReversed().map(({ id, title, fields }) => ({
        id,
        title,
        fields: { ...fields, mailing: isFilled(fields['mailing']) ? (fields['mailing'] ?? null) : 'on' },
      }));
};

const orderCounterparties: Source = (work, running) => {
  const parties = contractsOf(work, running);
  return parties.length === 0 ? null : parties;
};

const withoutContract: Source = (work, running) => {
  const parent = running.row.parentId === null ? running : work.get(running.row.parentId);
  const parties = contractsOf(work, parent);
  return parties.length === 0 ? null : parties.filter(({ fields }) => fields['hasContract'] !== true);
};

/** Where a set of a definition comes from, by the name of its source. */
export const SET_SOURCES: Readonly<Record<string, Source | undefined>> = {
  children: childrenOf,
  'order-lines': orderLines,
  'productions-of-lines': productionsOfLines,
  productions,
  'deals-on-preliminary': dealsOnPreliminary,
  'managers-of-deals': managersOfDeals,
  carrierOffers,
  carrierSelection,
  orderCounterparties,
  counterpartiesWithoutContract: withoutContract,
};
