import { daysBetween, formatDate } from '../../../kernel/date.ts';
import { DOCUMENT_KINDS } from '../../document/document.ts';
import { FACTURA_DAYS } from '../../document/usual-date.ts';
import type { Party } from '../../party/party.ts';
import type { Facts } from '../facts.ts';
import { CLOSING_DOCUMENTS, FACTURA_DOCUMENTS } from '../kind-groups.ts';
import type { AdvanceInvoice } from '../preflight-context.ts';
import { block, hint, warn, type Found, type Rule } from '../rule.ts';

const shipmentDate = ({ source, updStatus }: Facts): Found[] => {
  const shipped = source.order.shipDate;
  if (shipped === null) return [hint('ship.dateMissing', 'order.shipDate', { date: formatDate(source.date) })];
  if (updStatus !== 1) return [];
  const days = daysBetween(shipped, source.date);
  if (days < 0)
    return [block('ship.dateBeforeShipment', 'date', { date: formatDate(source.date), shipped: formatDate(shipped) })];
  return days > FACTURA_DAYS
    ? [warn('ship.late', 'order.shipDate', { shipped: formatDate(shipped), days: String(days) })]
    : [];
};

const listed = (advances: readonly AdvanceInvoice[]): string =>
  advances.map((advance) => `№ ${advance.number} от ${formatDate(advance.date)}`).join('; ');

const without = (advances: readonly AdvanceInvoice[], known: readonly AdvanceInvoice[]): readonly AdvanceInvoice[] =>
  advances.filter((advance) => known.every((other) => other.number !== advance.number || other.date !== advance.date));

/** Line 5б of the edition of 2026-04-01: every advance of the deal, and nothing but them. */
const advances = ({ context, edition, updStatus }: Facts): Found[] => {
  if (!edition?.line5b || updStatus !== 1) return [];
  const missing = without(context.openAdvances, context.offsetAdvances);
  const strange = without(context.offsetAdvances, context.openAdvances);
  return [
    ...(missing.length > 0 ? [block('advance.notOffset', 'advances', { advances: listed(missing) })] : []),
    ...(strange.length > 0 ? [block('advance.notFound', 'advances', { advances: listed(strange) })] : []),
  ];
};

/** An advance is a payment that has come: without one there is nothing to write of, and five days run from it. */
const advancePayment = ({ source }: Facts): Found[] => {
  const { advance, date } = source;
  if (!advance) return [block('advance.noPayment', 'advances', {})];
  const receivedOn = advance.receivedOn ?? advance.date;
  const received = formatDate(receivedOn);
  const days = daysBetween(receivedOn, date);
  if (days < 0) return [block('advance.beforePayment', 'date', { date: formatDate(date), received })];
  return days > FACTURA_DAYS ? [warn('advance.late', 'date', { received, days: String(days) })] : [];
};

const hasAddress = (party: Party | null): boolean =>
  party !== null && (party.actualAddress || party.postalAddress || party.legalAddress).trim() !== '';

/** Lines 3 and 4 are for goods; services print a dash. */
const goodsAddresses = ({ source, lines, roles }: Facts): Found[] => {
  if (!lines.some(({ line }) => line.kind === 'goods')) return [];
  const consignor = roles.consignor ?? source.organisation.party;
  const consignee = roles.consignee ?? source.buyer;
  return [
    ...(hasAddress(consignor)
      ? []
      : [
          warn(
            'ship.consignorAddress',
            consignor === source.organisation.party ? 'seller.actualAddress' : 'consignor.actualAddress',
            {},
          ),
        ]),
    ...(hasAddress(consignee)
      ? []
      : [
          warn(
            'ship.consigneeAddress',
            consignee === source.buyer ? 'buyer.actualAddress' : 'consignee.actualAddress',
            {},
          ),
        ]),
  ];
};

const EAEU: readonly string[] = ['051', '112', '398', '417'];
const RUSSIA = '643';
/** «10702030/150621/0179412», with the number of the goods after it: декларация or РНПТ. */
const DECLARATION = /^\d{8}\/\d{6}\/(?:\d{7}|П\d{6})(?:\/\d{1,3})?$/u;

/** Графы 10–11 of imported goods; neighbours of the ЕАЭС bring them without a declaration. */
const importedGoods = ({ lines }: Facts): Found[] =>
  lines.flatMap(({ line, field, number }) => {
    if (line.kind !== 'goods') return [];
    const declaration = line.customsDeclaration.trim();
    const isForeign = line.countryCode !== '' && line.countryCode !== RUSSIA;
    if (isForeign && declaration === '' && !EAEU.includes(line.countryCode))
      return [warn('line.declarationMissing', `${field}.customsDeclaration`, { line: number })];
    if (declaration === '') return [];
    if (!isForeign) return [warn('line.countryMissing', `${field}.countryCode`, { line: number })];
    return DECLARATION.test(declaration)
      ? []
      : [warn('line.declarationFormat', `${field}.customsDeclaration`, { line: number, declaration })];
  });

/** A seller who pays НДС owes a счет-фактура five days after the shipment, whatever else has been issued. */
const facturaOwed = ({ source, context, updStatus }: Facts): Found[] => {
  const shipped = source.order.shipDate;
  if (shipped === null || updStatus !== 1 || context.hasFactura) return [];
  const days = daysBetween(shipped, context.today);
  return days > FACTURA_DAYS
    ? [warn('ship.facturaOwed', 'order.shipDate', { shipped: formatDate(shipped), days: String(days) })]
    : [];
};

const knownEdition = ({ source, edition }: Facts): Found[] =>
  edition ? [] : [block('form.editionUnknown', 'date', { date: formatDate(source.date) })];

/** R-S: счет-фактура and УПД. */
export const FACTURA_RULES: readonly Rule[] = [
  { id: 'R-S1', kinds: FACTURA_DOCUMENTS, check: shipmentDate },
  { id: 'R-S2', kinds: FACTURA_DOCUMENTS, check: advances },
  { id: 'R-S2', kinds: ['factura-advance'], check: advancePayment },
  { id: 'R-S3', kinds: FACTURA_DOCUMENTS, check: goodsAddresses },
  { id: 'R-S5', kinds: FACTURA_DOCUMENTS, check: importedGoods },
  { id: 'R-S6', kinds: CLOSING_DOCUMENTS, check: facturaOwed },
  { id: 'R-S4', kinds: DOCUMENT_KINDS, check: knownEdition },
];
