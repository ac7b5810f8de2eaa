import type { DocumentKind } from '#shared/domain/document/document.ts';
import { documentSum } from '#shared/domain/document/document-lines.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { isoDate, type IsoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { sha256Hasher } from '#main/adapters-node/hasher.ts';
import type { WriteStores } from '#main/ports/base.ts';
import { aDocument } from '#test/helpers/a-filled-base.ts';
import { anOrder, anOrganisation, DEMO_PARTIES, partyMap } from '#test/helpers/a-source.ts';

export const SELLER = anOrganisation();
const NO_SUM = ['contract-supply', 'waybill'];

type Entered = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date?: IsoDate;
  readonly order: Order;
  readonly buyer?: Party;
  readonly numberClass?: 'invoice' | 'factura' | 'act' | 'torg12' | 'waybill' | 'contract';
  readonly version?: number;
};

const CLASSES: Readonly<Record<string, Entered['numberClass']>> = {
  invoice: 'invoice',
  upd: 'factura',
  factura: 'factura',
  act: 'act',
  torg12: 'torg12',
  waybill: 'waybill',
};

/** Enters a document as issuing would: the snapshot of its real view, its own sums. A second time it is a new version. */
export const enterDocument = (stores: WriteStores, entered: Entered): string => {
  const { kind, number, order, buyer = DEMO_PARTIES.zerno, date = isoDate('2026-10-16'), version = 1 } = entered;
  const contract = order.contractId === null ? null : stores.contracts.get(order.contractId);
  const view = viewOf({
    kind,
    number,
    date,
    order,
    buyer,
    contract,
    organisation: SELLER,
    partiesById: partyMap(...Object.values(DEMO_PARTIES), SELLER.party, buyer),
    mark: '',
  });
  const { gross, vat } = documentSum(kind, order, SELLER, date);
  const document = aDocument({
    id: asId<'document'>(`${kind}-${number}`),
    orderId: order.id,
    partyId: buyer.id,
    kind,
    numberClass: CLASSES[kind] ?? 'contract',
    number,
    date,
    version,
    sum: NO_SUM.includes(kind) ? aDocument().sum : gross,
    vat,
    issuedAt: `${date}T08:00:00.000Z` as IsoInstant,
    contentHash: sha256Hasher(canonicalJson(view.data)),
    files: [],
  });
  const snapshot = { kind, edition: `${kind}-1`, templateSha256: 'b'.repeat(64), ...view };
  if (version === 1) stores.documents.insert(document, snapshot);
  else stores.documents.addVersion(document, snapshot);
  return document.id;
};

/** An order of October with its own number, without a trip. */
export const anOctoberOrder = (number: string, overrides: Partial<Order> = {}): Order =>
  anOrder({
    id: asId<'order'>(`order-${number}`),
    number,
    date: isoDate('2026-10-10'),
    shipDate: isoDate('2026-10-16'),
    trip: null,
    ...overrides,
  });
