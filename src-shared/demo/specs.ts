import type { ContractKind, PaymentEvent } from '../domain/contract/contract.ts';
import type { LineKind, PaperException, PaymentKind } from '../domain/order/order.ts';
import type { VatRate } from '../kernel/vat.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PartyKey } from './parties.ts';
import type { ManagerLogin } from './people.ts';
import type { VehicleKey } from './vehicles.ts';

/** A day counted from today: 0 today, −3 three days ago. */
export type Day = number;

export type LineSpec = {
  readonly kind: LineKind;
  readonly code?: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount?: string;
  readonly vatRate?: VatRate;
  /** The date of this day is added to the name: «Доставка 21.11.2026». */
  readonly on?: Day;
};

/** `own` is the company that sells. */
export type Place = PartyKey | 'own';

export type PointSpec = {
  readonly kind: 'loading' | 'unloading' | 'customs';
  readonly party: Place | null;
  /** Where the party's own address is not the place. */
  readonly address?: string;
  readonly day: Day;
  /** «08:00–10:00», one moment, or nothing. */
  readonly time: string;
};

export type TripSpec = {
  readonly carrier: Place;
  readonly route: readonly PointSpec[];
  readonly cargo: {
    readonly name: string;
    readonly packaging: string;
    readonly places: number;
    readonly grossKg: string;
    readonly netKg?: string;
    readonly volumeM3?: string;
    readonly temperature?: string;
    readonly declaredValue?: string;
  };
  readonly vehicle: VehicleKey | null;
  readonly carrierPrice?: string;
  readonly requirements?: string;
  /** True when the operator already gave the УИД of both electronic papers. */
  readonly isElectronic?: boolean;
  readonly paperException?: PaperException;
};

export type ContractSpec = {
  readonly kind: ContractKind;
  readonly n: number;
  readonly signed: Day;
  readonly validTo?: Day;
  readonly subject: string;
  readonly event: PaymentEvent;
  readonly days: number;
  /** What the contract says of the tax, where it is not our usual clause. */
  readonly vatClause?: string;
};

/**
 * What became of an order's papers before the demo day. Of a shipped one the whole pack is out: as it was made (`issued`),
 * its invoice annulled since, or made anew after the order changed (`revised`). One that is still ahead has its agreement
 * and its invoice (`agreed`), left behind by a change of the order since (`stale`), or, on the road, its agreements and way
 * papers and no invoice yet (`travelling`).
 */
export type PaperLife = 'issued' | 'annulled' | 'revised' | 'agreed' | 'stale' | 'travelling';

export type OrderSpec = {
  readonly number: string;
  readonly buyer: PartyKey;
  readonly placed: Day;
  /** When it needs the office manager; null: not waiting for anybody here. */
  readonly due: Day | null;
  /** Shipped or done on; absent while that is still ahead. */
  readonly shipped?: Day;
  readonly stage: string;
  readonly payment: PaymentKind;
  readonly manager: ManagerLogin;
  readonly lines: readonly LineSpec[];
  readonly trip?: TripSpec;
  readonly vatOnTop?: boolean;
  readonly reference?: string;
  readonly comment?: string;
  /** The contract of this order alone, where the buyer's usual one is not meant. */
  readonly contract?: ContractSpec;
  /** Absent: nothing is issued yet. */
  readonly papers?: PaperLife;
};

/** Orders of one of the five businesses with the contracts its company has; a buyer without one is new. */
export type OrderBook = {
  readonly organisation: OrganisationKey;
  readonly contracts: Readonly<Partial<Record<PartyKey, ContractSpec>>>;
  /** Carriers we have a contract with; others are hired trip by trip. */
  readonly carrierContracts?: Readonly<Partial<Record<PartyKey, ContractSpec>>>;
  readonly orders: readonly OrderSpec[];
};

type LineExtras = Partial<Pick<LineSpec, 'discount' | 'vatRate' | 'on'>>;

export const goods = (
  code: string,
  name: string,
  unit: string,
  quantity: string,
  price: string,
  extras: LineExtras = {},
): LineSpec => ({ kind: 'goods', code, name, unit, quantity, price, ...extras });

export const service = (name: string, quantity: string, price: string, extras: LineExtras = {}): LineSpec => ({
  kind: 'service',
  name,
  unit: 'усл. ед',
  quantity,
  price,
  ...extras,
});

export const loading = (party: Place, day: Day, time: string, address?: string): PointSpec => ({
  kind: 'loading',
  party,
  day,
  time,
  ...(address === undefined ? {} : { address }),
});

export const unloading = (party: Place | null, day: Day, time: string, address?: string): PointSpec => ({
  kind: 'unloading',
  party,
  day,
  time,
  ...(address === undefined ? {} : { address }),
});
