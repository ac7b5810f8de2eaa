import { describe, expect, it } from 'vitest';
import { orderImport, organisationImport, partyImport } from '#shared/contract/imports.ts';
import { demoData } from '#shared/demo/demo-data.ts';
import { plantedDefects } from '#shared/demo/planted-defects.ts';
import { ROLES } from '#shared/domain/users/rights.ts';
import { addDays, daysBetween, isoDate } from '#shared/kernel/date.ts';

const TODAY = isoDate('2026-11-20');
const data = demoData(TODAY);
const orderBy = new Map(data.orders.map((order) => [order.number, order]));

/** A company is known by its ИНН, a foreign one by its own number. */
const keyOf = (reference: { inn?: string; foreignTaxId?: string }): string =>
  reference.inn || reference.foreignTaxId || '';

describe('the demo orders', () => {
  it('are 415 over the five businesses without doubles, sixty two of them numbered 1188 to 1260', () => {
    const counts = Object.groupBy(data.orders, (order) => order.business ?? 'general');
    expect(Object.fromEntries(Object.entries(counts).map(([business, orders]) => [business, orders.length]))).toEqual({
      meat: 64,
      souvenirs: 38,
      catalogue: 240,
      freight: 46,
      furniture: 27,
    });
    expect(orderBy.size).toBe(data.orders.length);
    expect(data.orders.filter(({ number }) => Number(number) >= 1188 && Number(number) <= 1260)).toHaveLength(62);
  });

  it('pass the schemas of the import unchanged, as do the cards', () => {
    for (const order of data.orders) expect(orderImport.parse(order)).toEqual(order);
    for (const party of data.parties) expect(partyImport.parse(party)).toEqual(party);
    for (const organisation of data.organisations) expect(organisationImport.parse(organisation)).toEqual(organisation);
  });

  it('name only companies that the data brings, and never sell to one of ours', () => {
    const ours = new Set(data.organisations.map((card) => card.inn));
    const known = new Set([...ours, ...data.parties.map(keyOf)]);
    const unknown = data.orders.flatMap((order) =>
      [order.buyer, order.trip?.carrier, ...(order.trip?.route.map((point) => point.party) ?? [])]
        .filter((reference) => reference !== null && reference !== undefined && !known.has(keyOf(reference)))
        .map(() => order.number),
    );
    expect(unknown).toEqual([]);
    expect(data.orders.filter((order) => !ours.has(order.organisationInn) || ours.has(keyOf(order.buyer)))).toEqual([]);
  });

  it('give one contract number to one buyer of a company', () => {
    const owners = new Map<string, string>();
    for (const order of data.orders) {
      if (order.contract === null) continue;
      const key = `${order.organisationInn} ${order.contract.number}`;
      const buyer = JSON.stringify(order.buyer);
      expect(owners.get(key) ?? buyer).toBe(buyer);
      owners.set(key, buyer);
    }
  });

  it('need the office manager on days around today: late, today and within the week', () => {
    const days = data.orders.flatMap((order) =>
      order.dueDate === null ? [] : [daysBetween(TODAY, isoDate(order.dueDate))],
    );
    expect(days.filter((day) => day < 0).length).toBeGreaterThanOrEqual(4);
    expect(days.filter((day) => day === 0).length).toBeGreaterThanOrEqual(7);
    expect(days.filter((day) => day > 0 && day <= 7).length).toBeGreaterThanOrEqual(12);
  });

  it('show all three ways to pay, goods and services, discounts, fractions and prices without tax', () => {
    const lines = data.orders.flatMap((order) => order.lines);
    expect(new Set(data.orders.map((order) => order.paymentKind)).size).toBe(3);
    expect(new Set(lines.map((line) => line.kind)).size).toBe(2);
    expect(lines.some((line) => line.discountPercent !== '0')).toBe(true);
    expect(lines.some((line) => line.quantity.includes('.'))).toBe(true);
    expect(data.orders.some((order) => !order.priceIncludesVat)).toBe(true);
  });

  it('hold the mock of the first screen: 1204 goes by own transport under contract 31/26, delivered today', () => {
    const order = orderBy.get('1204');
    expect(order?.contract).toMatchObject({ kind: 'supply', number: '31/26', date: '2026-01-12' });
    expect(order?.lines.at(-1)?.name).toBe('Доставка 20.11.2026');
    expect(order?.trip).toMatchObject({ carrier: { inn: '7199001014' }, vehicle: { plate: 'М000СК71' } });
    expect(orderBy.get('1214')?.contract).toMatchObject({ number: '15/24', date: '2024-01-15' });
  });
});

describe('the demo day', () => {
  it('gives the same data for the same day', () => {
    expect(JSON.stringify(demoData(TODAY))).toBe(JSON.stringify(demoData(TODAY)));
  });

  it('moves every date of the orders around today and of authorities with today', () => {
    const later = demoData(addDays(TODAY, 400));
    const daysOf = (set: typeof data) =>
      set.orders
        .filter(({ number }) => Number(number) <= 1260)
        .flatMap(({ date, dueDate, shipDate, contract, trip }) =>
          [date, dueDate, shipDate, contract?.date, ...(trip?.route.map((point) => point.date) ?? [])].flatMap((day) =>
            day ? [isoDate(day)] : [],
          ),
        );
    expect(daysOf(later)).toEqual(daysOf(data).map((day) => addDays(day, 400)));
    const expiry = (set: typeof data) => set.parties.find((card) => card.inn === '6199010183')?.signatories[0]?.validTo;
    expect([expiry(data), expiry(later)]).toEqual(['2026-10-31', addDays(isoDate('2026-10-31'), 400)]);
  });

  it.each(['2026-01-01', '2026-02-28', '2028-02-29', '2026-12-31'])('is sound on %s', (day) => {
    expect(demoData(isoDate(day)).orders).toHaveLength(415);
  });
});

describe('the demo people', () => {
  const logins = new Set(data.people.map((person) => person.login));

  it('are nineteen with a login each', () => {
    expect(data.people).toHaveLength(19);
    expect(logins.size).toBe(19);
  });

  it('fill every role but security, which stays empty on purpose', () => {
    const filled = new Set(data.people.flatMap((person) => person.roles));
    expect(ROLES.filter((role) => !filled.has(role))).toEqual(['security']);
  });

  it('have one of them on vacation today with a substitute at work', () => {
    const [away, ...others] = data.substitutions;
    expect(others).toHaveLength(0);
    expect(logins.has(away?.absent ?? '') && logins.has(away?.substitute ?? '')).toBe(true);
    expect(away !== undefined && away.from <= TODAY && TODAY <= away.to).toBe(true);
  });

  it('manage the orders under their own short names', () => {
    const managers = data.people.filter((person) => person.roles.includes('manager'));
    const short = managers.map(({ fullName }) => fullName.replace(/ (\S)\S* (\S)\S*$/u, ' $1. $2.'));
    expect([...new Set(data.orders.map((order) => order.manager))].sort()).toEqual(short.sort());
  });
});

describe('nothing in the demo data leads to a living person or firm', () => {
  const everything = JSON.stringify(data);
  const drivers = data.orders.flatMap((order) => (order.trip?.driver ? [order.trip.driver] : []));
  const vehicles = data.orders.flatMap((order) => (order.trip?.vehicle ? [order.trip.vehicle] : []));

  it('phones ring nowhere and mail goes to the domain of examples', () => {
    for (const phone of everything.match(/\+7[\d ()-]+/gu) ?? []) expect(phone.startsWith('+7 (000) 000-')).toBe(true);
    for (const mail of everything.match(/[\w.-]+@[\w.-]+/gu) ?? []) expect(mail.endsWith('@example.ru')).toBe(true);
  });

  it('plates have the number 000 and licences the series 99', () => {
    expect(
      vehicles.every(
        ({ plate, trailerPlate }) => plate.includes('000') && (trailerPlate === '' || trailerPlate.includes('0000')),
      ),
    ).toBe(true);
    expect(drivers.every((driver) => driver.licence.startsWith('9900'))).toBe(true);
  });

  it('companies are registered at inspections that do not exist, хх99', () => {
    const cards = [...data.organisations, ...data.parties].filter((card) => card.inn !== '');
    expect(cards.filter((card) => card.inn.slice(2, 4) !== '99')).toEqual([]);
  });

  it('nobody is called like a public person or by the most common names', () => {
    const names = [
      ...data.people.map((person) => person.fullName),
      ...[...data.organisations, ...data.parties].flatMap((card) =>
        card.signatories.map((one) => `${one.lastName} ${one.firstName} ${one.middleName}`),
      ),
      ...drivers.map((one) => `${one.lastName} ${one.firstName} ${one.middleName}`),
    ];
    expect(
      names.filter((name) =>
        /Иванов Иван|Путин |Мишустин|Медведев|Набиуллин|Греф |Миллер А|Собянин|Силуанов|Лавров |Шойгу/u.test(name),
      ),
    ).toEqual([]);
    expect(names.filter((name) => name.trim().split(' ').length !== 3)).toEqual([]);
  });
});

describe('planted defects', () => {
  it('name orders that exist, each once', () => {
    const numbers = plantedDefects.map((defect) => defect.order);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !orderBy.has(number))).toEqual([]);
  });
});
