import { daysBetween, formatDate } from '../../../kernel/date.ts';
import { DOCUMENT_KINDS } from '../../document/document.ts';
import type { Party } from '../../party/party.ts';
import type { Facts } from '../facts.ts';
import type { AdvanceInvoice } from '../preflight-context.ts';
import { block, hint, warn, type Found, type Rule } from '../rule.ts';

/** Calendar days a seller has for a счет-фактура after the shipment (ст. 168 НК). */
const FACTURA_DAYS = 5;

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

const knownEdition = ({ source, edition }: Facts): Found[] =>
  edition ? [] : [block('form.editionUnknown', 'date', { date: formatDate(source.date) })];

/** R-S: счет-фактура and УПД. */
export const FACTURA_RULES: readonly Rule[] = [
  { id: 'R-S1', kinds: ['upd'], check: shipmentDate },
  { id: 'R-S2', kinds: ['upd'], check: advances },
  { id: 'R-S3', kinds: ['upd'], check: goodsAddresses },
  { id: 'R-S4', kinds: DOCUMENT_KINDS, check: knownEdition },
];
