import type { OutputOf } from '#shared/contract/index.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { sellerRegimeOf, taxDateOf } from '#shared/domain/tax/tax-date.ts';
import { parseDecimal, formatDecimal } from '#shared/kernel/decimal.ts';
import { moneyToDecimal, ZERO } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import { joinPresent } from '#shared/kernel/text.ts';
import { formatVatRate } from '#shared/kernel/vat.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { packItemView } from '../packs/sheet-view.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { findOrder } from './find-order.ts';
import { historyOf } from './history.ts';
import { overriddenOf } from './overridden.ts';

type Card = OutputOf<'orders.get'>;

export const getOrder =
  (deps: CoreDeps, standings: StandingCache): Handler<'orders.get'> =>
  (_context, input) => {
    const order = findOrder(deps.base.read, input.order);
    return order.ok ? ok(orderCard(deps, standings, order.value)) : order;
  };

/** Everything the order card shows, in one answer. */
export const orderCard = (deps: CoreDeps, standings: StandingCache, order: Order): Card => {
  const standing = standings.of(order);
  const { pack } = standing;
  const carrier = order.trip?.carrierId ? (pack.partiesById.get(order.trip.carrierId) ?? null) : null;
  const date = deps.clock.today();
  const { organisation } = pack;
  const totals = computeTotals(order, sellerRegimeOf({ order, date, organisation }), taxDateOf({ order, date }));
  return {
    id: order.id,
    number: order.number,
    date: order.date,
    business: order.business,
    stage: order.stage,
    organisation: partyView(organisation.party),
    counterparty: partyView(pack.buyer),
    carrier: carrier === null ? null : partyView(carrier),
    contract: pack.contract && { id: pack.contract.id, number: pack.contract.number, date: pack.contract.date },
    sum: moneyToDecimal(totals.gross),
    vat: moneyToDecimal(totals.vat),
    paymentKind: order.paymentKind,
    shipDate: order.shipDate,
    dueDate: order.dueDate,
    manager: order.managerName,
    comment: order.comment,
    route: routeText(order),
    cargo: cargoText(order),
    source: order.sourceSystem,
    lines: order.lines.map((line, index) => {
      const sums = totals.lines[index];
      const quantity = parseDecimal(line.quantity);
      return {
        position: line.position,
        kind: line.kind,
        code: line.code,
        name: line.name,
        unit: line.unitName,
        quantity: quantity.ok ? formatDecimal(quantity.value) : line.quantity,
        price: moneyToDecimal(line.price),
        vatRate: sums ? formatVatRate(sums.rate) : '',
        net: moneyToDecimal(sums?.net ?? ZERO),
        vat: moneyToDecimal(sums?.vat ?? ZERO),
        sum: moneyToDecimal(sums?.gross ?? ZERO),
      };
    }),
    pack: standing.sheets.map((sheet) => packItemView(sheet, standing)),
    findings: [...standing.findings],
    overridden: overriddenOf(deps, standing),
    checkedRules: standing.checkedRules,
    history: historyOf(deps, order, standing),
    revision: order.revision,
  };
};

const partyView = ({ id, shortName, inn, kpp, legalAddress, revision }: Party) => ({
  id,
  name: shortName,
  inn,
  kpp,
  address: legalAddress,
  revision,
});

const routeText = ({ trip }: Order): string => joinPresent(trip?.route.map(({ address }) => address) ?? [], ' → ');

const cargoText = ({ trip }: Order): string =>
  trip === null
    ? ''
    : joinPresent(
        [
          trip.cargo.name,
          trip.cargo.places && `${trip.cargo.places} мест`,
          trip.cargo.grossKg && `${trip.cargo.grossKg} кг`,
        ].map((part) => part || ''),
      );
