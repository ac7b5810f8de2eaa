import { beforeEach, describe, expect, test } from 'vitest';
import { findSupplier } from '#main/core/packs/find-supplier.ts';
import { openTestBase, type TestBase } from '#test/helpers/a-base.ts';
import { anOrganisation, aParty, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';
import { asId } from '#shared/kernel/id.ts';

let opened: TestBase;

beforeEach(() => {
  opened = openTestBase();
  opened.base.write((stores) => {
    fillBase(stores);
    stores.parties.save(DEMO_PARTIES.stroysnab);
  });
  return opened.close;
});

const idOf = (named: string) => findSupplier(opened.base.read, named)?.id ?? null;
const { stroysnab } = DEMO_PARTIES;

describe('the supplier whom people name', () => {
  test.each([
    ['by the short name', stroysnab.shortName],
    ['without form and quotes, in any case', 'стройснаб поволжье'],
    ['by the full name', stroysnab.fullName],
    ['by the ИНН', stroysnab.inn],
    ['by the ИНН among other words', `СтройСнаб, ИНН ${stroysnab.inn}`],
  ])('is found %s', (_, named) => {
    expect(idOf(named)).toBe(stroysnab.id);
  });

  test.each([
    ['a part of a name', 'стройснаб'],
    ['a stranger', 'ООО «Посуда»'],
    ['an ИНН of nobody', '7700000000'],
    ['nothing', ' '],
    ['our own company', anOrganisation().party.shortName],
    ['our own ИНН', anOrganisation().party.inn],
  ])('%s is nobody', (_, named) => {
    expect(idOf(named)).toBeNull();
  });

  test('of two cards alike is the one of the legal form that was written, else nobody', () => {
    const twin = aParty({
      ...stroysnab,
      id: asId('party-twin'),
      inn: '',
      shortName: 'АО «СтройСнаб Поволжье»',
      fullName: '',
    });
    opened.base.write((stores) => stores.parties.save(twin));
    expect(idOf('АО СтройСнаб Поволжье')).toBe(twin.id);
    expect(idOf('ООО СтройСнаб Поволжье')).toBe(stroysnab.id);
    expect(idOf('СтройСнаб Поволжье')).toBeNull();
  });
});
