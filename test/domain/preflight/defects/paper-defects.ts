import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { ZERO } from '#shared/kernel/money.ts';
import { AFTER, dated, defect, EARLY, type Defect } from '../defect.ts';
import { all, buyer, contract, delivery, line, nothing, order, purchase, seller, terms, type Plant } from '../plant.ts';

const alone: Plant = (source) => ({ ...source, contract: null });

/** Defects of the document itself and of its contract: R-A, R-C. */
export const PAPER_DEFECTS: readonly Defect[] = [
  defect('R-A1', 'block', 'act', 'party.nameMissing', 'seller.shortName', seller({ shortName: '', fullName: ' ' })),
  defect('R-A1', 'block', 'upd', 'order.linesMissing', 'order.lines', order({ lines: [] })),
  defect('R-A1', 'block', 'act', 'line.nameMissing', 'order.lines[1].name', line({ name: ' ' }, 1)),
  defect('R-A1', 'block', 'upd', 'line.unitMissing', 'order.lines[0].unitName', line({ unitName: '' })),
  defect('R-A2', 'block', 'invoice', 'line.quantityBad', 'order.lines[0].quantity', line({ quantity: 'сто' })),
  defect('R-A2', 'block', 'invoice', 'party.nameMissing', 'buyer.shortName', buyer({ shortName: '', fullName: '' })),
  defect(
    'R-A2',
    'block',
    'invoice',
    'order.totalZero',
    'order.lines',
    all(line({ price: ZERO }), line({ price: ZERO }, 1)),
  ),
  defect('R-A1', 'block', 'production-order', 'line.quantityBad', 'order.lines[0].quantity', line({ quantity: '' })),
  defect(
    'R-A2',
    'warn',
    'production-order',
    'terms.deadlineMissing',
    'order.terms.deadline',
    terms({ deadline: null }),
  ),
  defect('R-A2', 'warn', 'delivery-sheet', 'terms.wayMissing', 'order.terms.delivery.way', delivery({ way: null })),
  defect(
    'R-A2',
    'block',
    'delivery-sheet',
    'terms.addressMissing',
    'order.terms.delivery.address',
    delivery({ address: '' }),
  ),
  defect(
    'R-A2',
    'block',
    'supplier-order',
    'supplier.missing',
    'order.terms.purchase.supplier',
    purchase({ supplier: '' }),
  ),
  defect('R-A2', 'block', 'supplier-order', 'supplier.noCard', 'order.terms.purchase.supplier', (source) => ({
    ...source,
    supplier: null,
  })),
  defect(
    'R-A2',
    'block',
    'supplier-order',
    'purchase.linesMissing',
    'order.terms.purchase.lines',
    purchase({ lines: [] }),
  ),
  defect(
    'R-A2',
    'warn',
    'supplier-order',
    'purchase.quantityMissing',
    'order.terms.purchase.lines[0]',
    purchase({ lines: ['Лента атласная'] }),
  ),
  defect('R-A2', 'warn', 'act', 'line.priceZero', 'order.lines[1].price', line({ price: ZERO }, 1)),
  defect('R-A2', 'block', 'waybill', 'template.problem', 'template', nothing, {
    templateProblems: [{ code: 'template.unknownField', message: 'нет поля «buyer.inm»', where: 'с. 1', data: {} }],
  }),
  defect('R-A2', 'hint', 'contract-supply', 'contract.usualTerms', 'order.contractId', (source) => ({
    ...source,
    contract: null,
  })),
  defect('R-A2', 'block', 'contract-supply', 'contract.cityMissing', 'seller.city', (source) => ({
    ...contract({ city: '' })(source),
    organisation: { ...source.organisation, city: '' },
  })),
  defect(
    'R-A2',
    'block',
    'contract-supply',
    'contract.paymentDays',
    'contract.paymentDays',
    contract({ paymentDays: -1 }),
  ),
  defect('R-A3', 'block', 'invoice', 'number.taken', 'number', nothing, {
    isNumberTaken: (number) => number === '1204',
  }),
  defect('R-A3', 'block', 'upd', 'date.closedPeriod', 'date', nothing, { closedPeriodUntil: isoDate('2026-11-20') }),
  defect('R-A4', 'warn', 'invoice', 'date.future', 'date', dated('2026-11-23')),
  defect('R-A4', 'warn', 'invoice', 'date.beforeContract', 'date', contract({ date: AFTER })),
  defect('R-A4', 'warn', 'invoice', 'date.otherYear', 'date', order({ date: isoDate('2025-12-30') })),
  defect('R-C1', 'block', 'invoice', 'contract.notFound', 'order.contractId', (source) => ({
    ...source,
    contract: null,
  })),
  defect(
    'R-C1',
    'block',
    'act',
    'contract.otherParty',
    'order.contractId',
    contract({ partyId: asId<'party'>('somebody') }),
  ),
  defect('R-C1', 'block', 'specification', 'contract.annexAlone', 'order.contractId', alone),
  defect('R-C1', 'block', 'vat-agreement', 'contract.annexAlone', 'order.contractId', alone),
  defect('R-C1', 'block', 'upd', 'contract.expired', 'contract.validTo', contract({ validTo: EARLY })),
  defect(
    'R-C2',
    'warn',
    'invoice',
    'contract.expiresSoon',
    'contract.validTo',
    contract({ validTo: isoDate('2026-12-20') }),
  ),
  defect(
    'R-C2',
    'warn',
    'contract-supply',
    'contract.vatClauseOld',
    'contract.vatClause',
    contract({ vatClause: 'в том числе НДС 20 %' }),
  ),
];
