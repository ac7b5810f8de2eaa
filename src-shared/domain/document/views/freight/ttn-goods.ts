import { formatDecimal } from '../../../../kernel/decimal.ts';
import { formatMoney } from '../../../../kernel/money.ts';
import { joinPresent } from '../../../../kernel/text.ts';
import { documentTotals } from '../../document-lines.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import { from, type TracedTree } from '../../traced.ts';
import { DASH, orDash, orderLeaf } from '../leaf.ts';
import { summedLines } from '../lines-view.ts';
import { tonnesText } from './cargo-measures.ts';
import { wholeOrderOf } from './whole-order.ts';

/** A stranger's cargo: one row without a price, for the goods are not ours to value. */
const cargoRow = (source: ClientSource): Record<string, TracedTree> => {
  const cargo = source.order.trip?.cargo;
  const leaf = (field: string, text: string | undefined): TracedTree =>
    orderLeaf(source.order, `trip.cargo.${field}`, orDash(text ?? ''));
  const places = String(cargo?.places ?? '');
  return {
    code: DASH,
    quantity: leaf('places', places),
    price: DASH,
    name: leaf('name', joinPresent([cargo?.name, cargo?.state])),
    unitName: 'место',
    packaging: leaf('packaging', cargo?.packaging),
    places: leaf('places', places),
    massT: leaf('grossKg', tonnesText(cargo?.grossKg ?? '')),
    sum: DASH,
  };
};

/**
 * Rows of the товарный раздел. The order knows places and mass of the whole cargo only: with one line they are its own,
 * with several they stand in the totals.
 */
export const ttnGoods = (source: ClientSource): Record<string, TracedTree>[] => {
  const order = wholeOrderOf(source);
  const lines = order.lines.filter(({ kind }) => kind === 'goods');
  if (lines.length === 0) return [cargoRow(source)];
  const goods = { ...order, lines };
  const totals = documentTotals('ttn', goods, source.organisation, source.date);
  const cargo = order.trip?.cargo;
  const isAlone = lines.length === 1;
  // The place of a line is looked up in the whole order, for that is where the window opens it.
  return summedLines({ ...source, kind: 'ttn', order }, totals).map(({ line, sums, path }) => ({
    code: orderLeaf(order, `${path}.code`, orDash(line.code)),
    quantity: orderLeaf(order, `${path}.quantity`, formatDecimal(sums.quantity)),
    price: orderLeaf(order, `${path}.price`, formatMoney(sums.priceWithVat)),
    name: orderLeaf(order, `${path}.name`, line.name),
    unitName: orderLeaf(order, `${path}.unitName`, line.unitName),
    packaging: orderLeaf(order, 'trip.cargo.packaging', orDash(cargo?.packaging ?? '')),
    places: orderLeaf(order, 'trip.cargo.places', orDash(isAlone ? String(cargo?.places ?? '') : '')),
    massT: orderLeaf(order, 'trip.cargo.grossKg', isAlone ? orDash(tonnesText(cargo?.grossKg ?? '')) : DASH),
    sum: from.computed(`order.${path}.price`, formatMoney(sums.gross)),
  }));
};
