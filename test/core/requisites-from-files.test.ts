import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCard } from '#main/host/card-tools.ts';
import { demoData } from '#shared/demo/demo-data.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { readOwnZip } from '#templates/parts/zip.ts';
import { SAMPLE_CARDS } from '#test/fixtures/cards/build.ts';
import { startTestCore, TODAY, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';

/** What the logistician and the manager uploaded: a table in Word of the client, a sheet of Excel of the carrier. */
const FILES = { client: 'docx, table of two columns', carrier: 'xlsx of two columns' } as const;

describe('requisites of both sides of a carriage', () => {
  let core: TestCore;
  let office: TestCaller;

  beforeAll(async () => {
    core = startTestCore();
    unwrap(await (await core.as(null)).call('base.fillDemo', { commandId: core.newId(), today: TODAY }));
    const person = core.base.read.users.list().find(({ roles }) => roles.includes('officeManager'));
    office = await core.as(requireDefined(person, 'the office manager').login);
  }, 120_000);
  afterAll(() => core.close());

  const takeFile = async (name: string): Promise<string> => {
    const { file, company } = requireDefined(
      SAMPLE_CARDS.find((card) => card.name === name),
      name,
    );
    const { party } = unwrap(await parseCard(await file(company)));
    const taken = { commandId: core.newId(), file: name, parties: [party] };
    expect(unwrap(await office.call('parties.import', taken))).toMatchObject({ created: 1, problems: [] });
    return party.inn;
  };

  const textOf = async (orderId: string, kind: 'contract-request-customer' | 'contract-request-carrier') => {
    const { docx } = unwrap(await office.call('packs.preview', { orderId, kind }));
    const main = readOwnZip(Buffer.from(docx, 'base64')).find(({ name }) => name === 'word/document.xml');
    return requireDefined(main, 'the text of the paper')
      .data.toString('utf8')
      .replaceAll(/<[^>]+>/gu, '')
      .replaceAll(/[\u00A0\uE000-\uF8FF]/gu, ' ');
  };

  test('are read from the uploaded files by the office manager and stand in the papers of each side, and in no other', async () => {
    const [client, carrier] = [await takeFile(FILES.client), await takeFile(FILES.carrier)];
    const like = requireDefined(
      demoData(TODAY).orders.find(({ number, trip }) => number === '2305' && trip !== null),
      'a carriage of the demonstration',
    );
    const order = {
      ...like,
      externalId: 'requisites-1',
      number: '9001',
      buyer: { inn: client },
      contract: null,
      trip: { ...like.trip, carrier: { inn: carrier }, carrierContract: null, route: [] },
    };
    const admin = await core.as('admin');
    const brought = { commandId: core.newId(), file: 'заявка', orders: [order] };
    expect(unwrap(await admin.call('orders.import', brought)).problems).toEqual([]);
    const { id } = requireDefined(core.base.read.orders.findByNumber('9001')[0], 'the carriage');

    for (const [kind, own, other] of [
      ['contract-request-customer', client, carrier],
      ['contract-request-carrier', carrier, client],
    ] as const) {
      const text = await textOf(id, kind);
      const { kpp, ogrn, legalAddress, bankAccounts, signatories } = requireDefined(
        core.base.read.parties.findByTaxId(own),
        'the side of the paper',
      );
      const [bank] = bankAccounts;
      const head = signatories.find(({ role }) => role === 'head');
      for (const requisite of [own, kpp, ogrn, legalAddress, bank?.account, bank?.bic, head?.lastName]) {
        expect(requisite).toBeTruthy();
        expect(text).toContain(requisite);
      }
      expect(text).toContain('действующ');
      expect(text).not.toContain(other);
    }
  });
});
