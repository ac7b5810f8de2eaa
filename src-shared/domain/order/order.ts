import type { IsoDate } from '../../kernel/date.ts';
import type { ContractId, OrderId, PartyId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { VatRate } from '../../kernel/vat.ts';
import type { Business } from '../party/party.ts';

export type LineKind = 'goods' | 'service';

/** One line of an order (documents.md §3.5). Sums are computed, see `totals.ts`. */
export type OrderLine = {
  readonly position: number;
  readonly kind: LineKind;
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  /** ОКЕИ, empty where the unit has none. */
  readonly unitCode: string;
  /** Decimal text with a point: `1.5`. */
  readonly quantity: string;
  /** Per unit; with VAT when the order says `priceIncludesVat`. */
  readonly price: Kopecks;
  /** Per cent of discount with up to two digits, `0` for none. */
  readonly discountPercent: string;
  /** Asked for by the order; null: by the seller's regime and the date of shipment. */
  readonly vatRate: VatRate | null;
  readonly countryCode: string;
  readonly customsDeclaration: string;
};

export type RoutePoint = {
  readonly position: number;
  readonly kind: 'loading' | 'unloading' | 'customs';
  readonly partyId: PartyId | null;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
  readonly date: IsoDate | null;
  /** «08:00», empty when only the day is agreed. */
  readonly timeFrom: string;
  readonly timeTo: string;
};

/** One dangerous substance as п. 5.4.1 ДОПОГ wants it on the papers: «UN 1203 БЕНЗИН МОТОРНЫЙ, 3, II, (D/E)». */
export type DangerousGoods = {
  /** Four digits. */
  readonly unNumber: string;
  readonly name: string;
  readonly hazardClass: string;
  readonly packingGroup: string;
  readonly tunnelCode: string;
};

/** Special permit of an oversize or heavy carriage: ТН section 7. */
export type SpecialPermit = {
  readonly number: string;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly route: string;
};

/** ДОПОГ certificate of a driver. */
export type AdrCertificate = { readonly number: string; readonly validTo: IsoDate | null };

export type Cargo = {
  readonly name: string;
  readonly state: string;
  readonly packaging: string;
  readonly places: number | null;
  readonly marking: string;
  /** Kilograms, decimal text; empty when not known. */
  readonly grossKg: string;
  readonly netKg: string;
  readonly volumeM3: string;
  readonly declaredValue: Kopecks | null;
  readonly temperature: string;
  readonly massMethod: string;
  /** Code of ТН ВЭД for the border, box 10 of a CMR. */
  readonly hsCode: string;
  /** Substances of ДОПОГ; absent for an ordinary cargo. */
  readonly dangerous?: readonly DangerousGoods[];
  /** Крупногабаритный or тяжеловесный: the vehicle needs a special permit. */
  readonly isOversize?: boolean;
};

/** Own the vehicle (1), of spouses (2), rented (3), leased (4), free use (5): ТН section 7. */
export type VehicleOwnership = 1 | 2 | 3 | 4 | 5;

export type Vehicle = {
  readonly type: string;
  readonly make: string;
  readonly plate: string;
  readonly trailerPlate: string;
  /** Tonnes, decimal text. */
  readonly capacityT: string;
  readonly capacityM3: string;
  readonly ownership: VehicleOwnership | null;
  readonly ownershipDocument: string;
  readonly specialPermit?: SpecialPermit | null;
};

/** Personal data: printed on transport papers, never written to logs. */
export type Driver = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly inn: string;
  readonly phone: string;
  readonly licence: string;
  /** Series, number, by whom and when: a power of attorney names its bearer by it. Trips of old bases have none. */
  readonly passport?: string;
  readonly licenceValidTo?: IsoDate | null;
  readonly adrCertificate?: AdrCertificate | null;
};

/** Why a paper original of a transport document is allowed after 2026-09-01 (documents.md §2.3). */
export const PAPER_EXCEPTIONS = [
  'military',
  'personal',
  'outage',
  'shipperIsConsignee',
  'preciousMetals',
  'other',
] as const;
export type PaperException = (typeof PAPER_EXCEPTIONS)[number];

export type Trip = {
  readonly carrierId: PartyId | null;
  readonly route: readonly RoutePoint[];
  readonly cargo: Cargo;
  readonly vehicle: Vehicle | null;
  readonly driver: Driver | null;
  /** What the carrier gets; never printed on the client's papers, nor the client's price on the carrier's. */
  readonly carrierPrice: Kopecks | null;
  readonly paperException: PaperException | null;
  readonly paperExceptionText: string;
  /** УИД of the ЭТрН and of the ЭЗЗ, once their operator gave them. */
  readonly etrnUid: string;
  readonly orderUid: string;
  /** What the vehicle must be and have: «тент, верхняя загрузка, 8 коников». */
  readonly requirements: string;
  /** Agreed for this trip alone; both the client and the carrier read it. */
  readonly specialConditions: string;
  /** QR of СПОТ for goods that come by road from the ЕАЭС (documents.md §2.5). */
  readonly spotQrNumber?: string;
};

export const PAYMENT_KINDS = ['prepayment', 'halfAndHalf', 'postpayment'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** Where a value came from: the four markers of the preview (design.md §2.1). */
export const ORIGIN_SOURCES = ['crm', 'directory', 'computed', 'manual'] as const;
export type OriginSource = (typeof ORIGIN_SOURCES)[number];

/** What a customer ordered from one of our companies; the source of a pack of documents. */
export type Order = {
  readonly id: OrderId;
  readonly organisationId: PartyId;
  readonly partyId: PartyId;
  readonly number: string;
  readonly date: IsoDate;
  readonly business: Business;
  /** Stage of the business process in its own words, «Оформление документов». */
  readonly stage: string;
  readonly currency: string;
  readonly priceIncludesVat: boolean;
  readonly paymentKind: PaymentKind;
  readonly contractId: ContractId | null;
  /** Shipment or completion of services; it fixes the VAT rate. */
  readonly shipDate: IsoDate | null;
  /** When this order needs the office manager. */
  readonly dueDate: IsoDate | null;
  readonly customerReference: string;
  readonly comment: string;
  readonly managerName: string;
  readonly lines: readonly OrderLine[];
  readonly trip: Trip | null;
  /** Which system it came from: «moysklad», «bitrix24», «file», «manual», «demo». */
  readonly sourceSystem: string;
  /** The id it has there; with `sourceSystem` it makes an import recognise what it already brought. */
  readonly externalId: string;
  /** Fields that a person changed after the import, by path inside the order (`lines[0].price`): they print as «вручную». */
  readonly manualFields: Readonly<Record<string, { readonly at: string; readonly userId: string }>>;
  readonly revision: number;
};
