import { catalogueLines } from '#shared/demo/catalogue-goods.ts';
import type { OrganisationInput, PartyInput, SignatoryInput } from '#shared/demo/cards.ts';
import { ORGANISATIONS } from '#shared/demo/organisations.ts';
import { createCustomers } from '#shared/demo/parties-customers.ts';
import { PEOPLE } from '#shared/demo/people.ts';
import { unitByName } from '#shared/domain/units/okei.ts';
import { addDays, moscowDateOf, type IsoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { mixed } from '../http/dice.ts';
import { madeName, madeParty } from './names.ts';

export type Line = {
  readonly code: string;
  readonly name: string;
  readonly isService: boolean;
  readonly unitName: string;
  readonly unitCode: string;
  readonly quantity: number;
  /** With tax, before the discount, kopeks. */
  readonly fullPrice: number;
  readonly discountPercent: number;
  /** With tax and discount, whole kopeks. */
  readonly price: number;
};

export type Order = {
  readonly index: number;
  readonly organisation: number;
  readonly party: number;
  readonly manager: number;
  /** UTC, whole seconds, ms. */
  readonly placedAt: number;
  readonly updatedAt: number;
  /** 0 … `STEPS − 1` are work, then success, then failure. */
  readonly step: number;
  readonly deliveryDate: IsoDate;
  readonly contractNumber: string;
  readonly contractDate: IsoDate;
};

export type Address = {
  readonly postalCode: string;
  readonly region: string;
  readonly city: string;
  readonly street: string;
  readonly whole: string;
};

/** Steps of work before an order is done; the two after them are success and failure. */
export const WORK_STEPS = 5;

export type Business = ReturnType<typeof createBusiness>;

const DAY_MS = 86_400_000;
/** Cards at hand: making one computes its check digits. */
const KEPT_PARTIES = 2_000;
/** Of ten orders: catalogue five, souvenirs two, furniture, meat and freight one each. */
const SHARES = [
  ...Array.from({ length: 5 }, () => 'catalogue'),
  ...Array.from({ length: 2 }, () => 'souvenirs'),
  'furniture',
  'meat',
  'freight',
];
const RATES: Readonly<Record<string, number | null>> = { osno: 22, usn5: 5, usn7: 7, usnExempt: null };
/** What a business sells besides goods. */
export const SERVICE_NAMES: Readonly<Record<string, string>> = {
  freight: 'Организация перевозки Нижний Новгород — Самара',
  furniture: 'Сборка на месте',
};

/** Customers and orders of the five demonstration companies; any of them can be made without those before it. */
export const createBusiness = ({ seed, orders, nowMs }: { seed: number; orders: number; nowMs: number }) => {
  const today = moscowDateOf(new Date(nowMs).toISOString() as IsoInstant);
  const organisations: readonly OrganisationInput[] = Object.values(ORGANISATIONS);
  const keys = Object.keys(ORGANISATIONS);
  const known: readonly PartyInput[] = Object.values(createCustomers((offset) => addDays(today, offset)));
  const partyCount = Math.max(known.length, Math.round(orders * 0.4));
  const made = new Map<number, PartyInput>();
  const party = (index: number): PartyInput => {
    const ready = known[index] ?? made.get(index);
    if (ready !== undefined) return ready;
    if (made.size >= KEPT_PARTIES) made.clear();
    const card = madeParty(index - known.length);
    made.set(index, card);
    return card;
  };
  const partyName = (index: number): string => known[index]?.shortName ?? `ООО «${madeName(index - known.length)}»`;

  const organisationOf = (index: number): number =>
    keys.indexOf(SHARES[mixed(seed, index) % SHARES.length] ?? 'catalogue');

  /** The tax of an organisation in per cent; null: without tax. */
  const vatOf = (index: number): number | null => {
    const periods = organisations[index]?.taxPeriods ?? [];
    return RATES[periods.at(-1)?.regime ?? 'osno'] ?? null;
  };

  const startSecond = Math.floor(nowMs / 1000);
  const diceOf = (index: number): number => mixed(seed + 17, index);
  const partyOf = (index: number): number => mixed(seed + 3, index) % partyCount;
  const placedAt = (index: number): number => {
    const ageDays = Math.floor(((orders - index) / orders) * 300) + 1;
    return (startSecond - ageDays * 86_400 + (diceOf(index) % 30_000)) * 1000;
  };
  const updatedAt = (index: number): number => {
    const placed = placedAt(index);
    const dice = diceOf(index);
    const newest = (startSecond - (dice % 40_000)) * 1000;
    return Math.max(placed, Math.min(placed + (dice % 20) * DAY_MS + (dice % 30_000) * 1000, newest));
  };
  // The newer part of the rows is in work, at most three thousand of them; of older ones four of five are done well.
  const firstOpen = Math.max(Math.floor(orders / 2), orders - 3_000);
  const stepOf = (index: number): number =>
    index < firstOpen ? WORK_STEPS + (diceOf(index) % 5 === 0 ? 1 : 0) : diceOf(index) % WORK_STEPS;
  const order = (index: number): Order => {
    const dice = diceOf(index);
    const placed = placedAt(index);
    return {
      index,
      organisation: organisationOf(index),
      party: partyOf(index),
      manager: dice % 3,
      placedAt: placed,
      updatedAt: updatedAt(index),
      step: stepOf(index),
      deliveryDate: addDays(moscowDateOf(new Date(placed).toISOString() as IsoInstant), 5 + (dice % 20)),
      contractNumber: `${partyOf(index) + 1}/26`,
      contractDate: addDays(today, -330),
    };
  };

  return {
    orders,
    organisations,
    partyCount,
    party,
    partyName,
    order,
    partyOf,
    organisationOf,
    placedAt,
    updatedAt,
    stepOf,
    vatOf,
    lines: (index: number): readonly Line[] => linesOf(keys[organisationOf(index)] ?? '', seed + index),
    managers: PEOPLE.filter(({ roles }) => roles.includes('manager')),
    people: PEOPLE,
    organisationKey: (index: number): string => keys[index] ?? '',
  };
};

const linesOf = (business: string, place: number): readonly Line[] => {
  const service = SERVICE_NAMES[business];
  const goods = business === 'freight' ? [] : catalogueLines(place % 9973, 1 + (place % 4)).map(lineOfGoods);
  if (service === undefined) return goods;
  const price = 350_000 + (place % 40) * 12_550;
  return [
    ...goods,
    {
      code: 'У-001',
      name: service,
      isService: true,
      unitName: 'шт',
      unitCode: '796',
      quantity: 1,
      fullPrice: price,
      discountPercent: 0,
      price,
    },
  ];
};

const unitCodes = new Map<string, string>();

const unitCodeOf = (name: string): string => {
  const code = unitCodes.get(name) ?? unitByName(name)?.code ?? '796';
  unitCodes.set(name, code);
  return code;
};

const lineOfGoods = (spec: ReturnType<typeof catalogueLines>[number]): Line => {
  const fullPrice = Math.round(Number(spec.price) * 100);
  const discountPercent = Number(spec.discount ?? '0');
  return {
    code: spec.code ?? '',
    name: spec.name,
    isService: false,
    unitName: spec.unit,
    unitCode: unitCodeOf(spec.unit),
    quantity: Number(spec.quantity),
    fullPrice,
    discountPercent,
    price: Math.round((fullPrice * (100 - discountPercent)) / 100),
  };
};

export const headOf = (card: PartyInput): SignatoryInput | undefined => card.signatories?.[0];

export const fullNameOf = (person: SignatoryInput): string =>
  [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' ');

/** A demonstration address in parts: index, region, town, the rest. */
export const addressOf = (card: PartyInput): Address => {
  const whole = card.legalAddress ?? '';
  const parts = whole.split(', ');
  const postalCode = /^\d{6}$/u.test(parts[0] ?? '') ? (parts[0] ?? '') : '';
  const town = parts.find((part) => /^(?:г|пгт|с|д)\. /u.test(part)) ?? '';
  const region = parts.find((part) => /область|Республика|край/u.test(part)) ?? town;
  const street = parts.filter((part) => ![postalCode, town, region].includes(part)).join(', ');
  return { postalCode, region, city: town, street, whole };
};
