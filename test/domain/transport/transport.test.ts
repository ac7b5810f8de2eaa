import { describe, expect, it } from 'vitest';
import { EPD_REASON_TEXTS, epdMode } from '#shared/domain/transport/epd-mode.ts';
import { isLicence } from '#shared/domain/transport/licence.ts';
import {
  isKnownTrailerPlate,
  isKnownTruckPlate,
  isRussianPlate,
  normalisePlate,
} from '#shared/domain/transport/plates.ts';
import { tripRoles } from '#shared/domain/transport/trip-roles.ts';
import { asId } from '#shared/kernel/id.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { PAPER_EXCEPTIONS } from '#shared/domain/order/order.ts';
import {
  anOrganisation,
  anOrder,
  aParty,
  aRoutePoint,
  aSource,
  aTrip,
  DEMO_PARTIES,
  partyMap,
} from '#test/helpers/a-source.ts';

describe('plates', () => {
  it.each([
    ['а 123 вс 777', 'А123ВС777'],
    ['A123BC777RUS', 'А123ВС777'],
    ['AM 5868 77', 'АМ586877'],
  ])('«%s» becomes «%s»', (typed, plate) => {
    expect(normalisePlate(typed)).toBe(plate);
  });

  it.each([
    ['А123ВС777', 'truck'],
    ['АМ586877', 'trailer'],
    ['1234АВ77', 'special'],
    ['АМ58677', 'taxi'],
  ] as const)('«%s» is a Russian %s', (plate, kind) => {
    expect(isRussianPlate(plate, kind)).toBe(true);
  });

  it.each(['А123ВС777', '1234АВ77', 'AB 1234-7', '123 ABC 02', 'A 123 BCD'])('«%s» is known for a truck', (plate) => {
    expect(isKnownTruckPlate(plate)).toBe(true);
  });

  it.each(['АМ586877', 'A 1234 B-7', '12 ABC 02'])('«%s» is known for a trailer', (plate) => {
    expect(isKnownTrailerPlate(plate)).toBe(true);
  });

  it.each(['', 'А123', 'Ж123ВС77', 'АМ586877'])('«%s» is not a truck we know', (plate) => {
    expect(isKnownTruckPlate(plate)).toBe(false);
  });
});

it.each([
  ['9900123456', true],
  ['99 АВ 123456', true],
  ['99 00 № 123456', true],
  ['990012345', false],
  ['', false],
])('licence «%s»: %s', (licence, answer) => {
  expect(isLicence(licence)).toBe(answer);
});

const { avtotrans, minsklogist, zerno } = DEMO_PARTIES;
const seller = anOrganisation().party;
const carriedBy = (carrier: ReturnType<typeof aParty>, trip: Parameters<typeof aTrip>[0] = {}) =>
  aSource({
    order: anOrder({ trip: aTrip({ carrierId: carrier.id, ...trip }) }),
    partiesById: partyMap(carrier, zerno),
  });

describe('must the carriage be papered electronically', () => {
  it('yes, between companies since 1 September 2026', () => {
    expect(epdMode(carriedBy(avtotrans))).toEqual({ mode: 'required', reasons: ['law'] });
  });

  it('no, when the trip was earlier', () => {
    const route = [aRoutePoint({ date: isoDate('2026-08-31') })];
    expect(epdMode(carriedBy(avtotrans, { route }))).toEqual({ mode: 'paperAllowed', reasons: ['beforeLaw'] });
  });

  it('not applicable, when the seller carries his own goods', () => {
    expect(epdMode(carriedBy(seller))).toEqual({ mode: 'notApplicable', reasons: ['ownTransport'] });
  });

  it('not applicable, when the buyer fetches them', () => {
    expect(epdMode(carriedBy(zerno)).mode).toBe('notApplicable');
  });

  it.each([
    [aParty({ id: asId<'party'>('npd'), kind: 'npd' }), 'privatePerson'],
    [aParty({ id: asId<'party'>('person'), kind: 'person' }), 'privatePerson'],
    [minsklogist, 'foreignParty'],
  ])('paper is allowed by the kind of the carrier (%#)', (carrier, reason) => {
    expect(epdMode(carriedBy(carrier))).toEqual({ mode: 'paperAllowed', reasons: [reason] });
  });

  it.each(PAPER_EXCEPTIONS)('paper is allowed by the exception «%s» on the trip', (paperException) => {
    expect(epdMode(carriedBy(avtotrans, { paperException }))).toEqual({
      mode: 'paperAllowed',
      reasons: [paperException],
    });
    expect(EPD_REASON_TEXTS[paperException]).not.toBe('');
  });

  it('unknown, without a trip or a carrier', () => {
    expect(epdMode(aSource({ order: anOrder({ trip: null }) })).mode).toBe('unknown');
    expect(epdMode(aSource({ order: anOrder({ trip: aTrip({ carrierId: null }) }) }))).toEqual({
      mode: 'unknown',
      reasons: ['carrierUnknown'],
    });
  });
});

describe('who is who on the trip', () => {
  const unnamed = aTrip({ route: [aRoutePoint({ partyId: null }), aRoutePoint({ kind: 'unloading', partyId: null })] });

  it('takes the seller and the buyer of a shop where the points name nobody', () => {
    const roles = tripRoles(aSource({ order: anOrder({ trip: unnamed }) }));
    expect([roles.consignor?.id, roles.consignee?.id]).toEqual([seller.id, zerno.id]);
  });

  it('guesses nobody for a forwarder', () => {
    const roles = tripRoles(aSource({ order: anOrder({ trip: unnamed, business: 'freight' }) }));
    expect([roles.consignor, roles.consignee]).toEqual([null, null]);
  });
});
