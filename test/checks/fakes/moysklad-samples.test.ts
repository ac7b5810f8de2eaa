import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeUnless } from '#test/helpers/skip.ts';
import { aStore, at, listAt, type AskedStore } from './ask.ts';
import { shapeProblems } from './shape.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../../shared/crm-samples/moysklad');
const sample = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8')) as unknown;

/**
 * What a field of the documentation's account may have and ours may not: fields that are absent when empty, and things
 * of modules that the exchange does not touch. The context of a list is told in two ways by the documentation itself.
 */
const OPTIONAL =
  /^(?:syncId|code|description|project|salesChannel|attributes|value|contract|uuidHref|version|salesAmount|priceType|bonusProgram|bonusPoints|sex|birthDate|discountCardNumber|fax|okpo|certificate\w*|trackingContract\w*|isEgaisEnable|fsrarId|utmUrl|taxSystem|reservedSum|transportFacility\w*|shippingInstructions|cargoName|goodPackQuantity|carrier|consignee|shipmentAddress\w*|country|region|house|apartment|comment|fiasCode__ru|city|street|postalCode|addInfo|cashiers|retailStore|inn|previousHref|miniature|tiny|state|organizationAccount|agentAccount|payments|store|legalLastName|legalFirstName|legalMiddleName|ogrnip|kpp|stock|metadataHref|waitSum|phone|email|discounts|images|minPrice|buyPrice|supplier|packs|things|weight|volume|isSerialTrackable|barcodes|minprice|zones|slots|authorApplication|advancePaymentVat|diffType|files)$|context\.employee\./u;

type Call = (store: AskedStore) => Promise<unknown>;
type Row = readonly [file: string, call: Call];

const get =
  (address: string): Call =>
  async (store) =>
    (await store.call('GET', address)).body;
const first =
  (type: string, ending = ''): Call =>
  async (store) => {
    const list = await store.call('GET', `entity/${type}?limit=1`);
    return (await store.call('GET', `entity/${type}/${String(listAt(list.body, 'rows')[0]?.['id'])}${ending}`)).body;
  };
const firstOf =
  (type: string, part: string): Call =>
  async (store) =>
    listAt(await first(type, `/${part}`)(store), 'rows')[0];
const orderBody = async (store: AskedStore): Promise<Record<string, unknown>> => {
  const row = listAt((await store.call('GET', 'entity/customerorder?limit=1')).body, 'rows')[0];
  return { organization: row?.['organization'], agent: row?.['agent'], store: row?.['store'] };
};
const created =
  (type: string): Call =>
  async (store) =>
    (await store.call('POST', `entity/${type}`, await orderBody(store))).body;
const createdMany =
  (type: string): Call =>
  async (store) =>
    at((await store.call('POST', `entity/${type}`, [await orderBody(store)])).body, 0);
const firstId = async (store: AskedStore, type: string): Promise<string> =>
  String(listAt((await store.call('GET', `entity/${type}?limit=1`)).body, 'rows')[0]?.['id']);

const ANSWERS: readonly Row[] = [
  ['customerorder/poluchit-zakaz-pokupatelya', first('customerorder')],
  ['customerorder/poluchit-spisok-zakazov-pokupateley', get('entity/customerorder?limit=10')],
  ['customerorder/poluchit-poziciyu', firstOf('customerorder', 'positions')],
  ['customerorder/sozdat-zakaz-pokupatelya', created('customerorder')],
  ['customerorder/sozdat-zakaz-pokupatelya-2', created('customerorder')],
  ['customerorder/massovoe-sozdanie-i-obnovlenie-zakazov-pokup', createdMany('customerorder')],
  ['customerorder/massovoe-udalenie-zakazov-pokupateley-2', get('entity/customerorder/metadata')],
  ['counterparty/poluchit-kontragenta-2', first('counterparty')],
  ['counterparty/poluchit-spisok-kontragentov', get('entity/counterparty?limit=10')],
  ['counterparty/poluchit-scheta-kontragenta', first('counterparty', '/accounts')],
  ['counterparty/spisok-kontaktnyh-lic', first('counterparty', '/contactpersons')],
  ['counterparty/metadannye-kontragentov', get('entity/counterparty/metadata')],
  [
    'counterparty/spisok-sobytiy',
    async (store) => {
      const id = await firstId(store, 'counterparty');
      await store.call('POST', `entity/counterparty/${id}/notes`, { description: 'Звонили' });
      return (await store.call('GET', `entity/counterparty/${id}/notes`)).body;
    },
  ],
  [
    'counterparty/sozdat-schet-kontragenta',
    async (store) =>
      (
        await store.call('POST', `entity/counterparty/${await firstId(store, 'counterparty')}/accounts`, {
          accountNumber: '40702810500000000001',
        })
      ).body,
  ],
  [
    'counterparty/opisanie-sozdaniya-kontragenta-2',
    async (store) => (await store.call('POST', 'entity/counterparty', { name: 'ООО Радуга' })).body,
  ],
  ['organization/poluchit-yurlico', first('organization')],
  ['organization/poluchit-spisok-yurlic', get('entity/organization')],
  ['contract/poluchit-dogovor', first('contract')],
  ['contract/poluchit-spisok-dogovorov', get('entity/contract?limit=10')],
  ['invoice-out/poluchit-scheta-pokupatelyam', get('entity/invoiceout?limit=10')],
  ['invoice-out/sozdat-schet-pokupatelyu-2', created('invoiceout')],
  ['invoice-out/poluchit-pozicii-scheta-pokupatelyu', first('invoiceout', '/positions')],
  ['payment-in/massovoe-sozdanie-i-obnovlenie-vhodyaschih-p', createdMany('paymentin')],
  ['common-info/primer-privyazki-platezha-1', first('paymentin')],
  ['demand/poluchit-otgruzku', first('demand')],
  ['demand/sozdat-otgruzku', created('demand')],
  ['purchaseorder/sozdat-zakaz-postavschiku-2', first('purchaseorder')],
  ['purchaseorder/poluchit-pozicii-zakaza-postavschiku', first('purchaseorder', '/positions')],
  ['task/poluchit-zadachi', get('entity/task?limit=10')],
  ['task/poluchit-zadachu', first('task')],
  [
    'task/sozdat-kommentariy-zadachi',
    async (store) =>
      at((await store.call('POST', `entity/task/${await firstId(store, 'task')}/notes`, { text: 'Готово' })).body, 0),
  ],
  ['employee/poluchit-sotrudnika', first('employee')],
  ['employee/poluchit-sotrudnikov', get('entity/employee')],
  ['product/poluchit-tovar', first('product')],
  ['service/poluchit-uslugu', first('service')],
  ['uom/poluchit-edinicy-izmereniya', get('entity/uom')],
  ['currency/poluchit-valyutu', first('currency')],
  ['states/poluchit-metadannye', get('entity/counterparty/metadata')],
  ['general/metadannye-suschnosti', get('entity/metadata')],
  [
    'files/poluchit-spisok-faylov-operacii-nomenklatury',
    async (store) => {
      const id = await firstId(store, 'customerorder');
      await store.call('POST', `entity/customerorder/${id}/files`, [{ filename: 'счёт.pdf', content: 'YWJj' }]);
      return (await store.call('GET', `entity/customerorder/${id}/files`)).body;
    },
  ],
  [
    'audit/poluchit-konteksty-c-filtraciey',
    async (store) => {
      await created('customerorder')(store);
      return (await store.call('GET', 'audit?filter=entityType=customerorder')).body;
    },
  ],
  [
    'webhook/sozdat-vebhuk-2',
    async (store) =>
      (
        await store.call('POST', 'entity/webhook', {
          url: 'http://www.example.com',
          action: 'UPDATE',
          entityType: 'supply',
          method: 'POST',
          enabled: true,
        })
      ).body,
  ],
  [
    'contract/massovoe-udalenie-dogovorov',
    async (store) => {
      const id = await firstId(store, 'contract');
      return Object.values(
        (
          await store.call('POST', 'entity/contract/delete', [
            { meta: { href: `${store.url}/entity/contract/${id}`, type: 'contract' } },
          ])
        ).body,
      );
    },
  ],
];

/** A list of one documentation page, an object of the other. */
const withoutList = (documented: unknown, produced: unknown): unknown =>
  Array.isArray(documented) && !Array.isArray(produced) ? documented[0] : documented;

const missing = existsSync(SAMPLES) ? undefined : 'the documented answers are not on this machine';

describeUnless(missing)('answers of the fake account look like the documented ones', () => {
  test.each(ANSWERS)('%s', async (file, call) => {
    const produced = await call(aStore({ orders: 40 }));
    expect(shapeProblems(withoutList(sample(file), produced), produced, OPTIONAL)).toEqual([]);
  });

  test('an object without its name is refused in the documented words', async () => {
    const { status, body } = await aStore().call('POST', 'entity/counterparty', {});
    const documented = sample('errors/create-missing-name-3000');
    expect(status).toBe(412);
    expect([at(body, 'errors', 0, 'error'), at(body, 'errors', 0, 'code'), at(body, 'errors', 0, 'parameter')]).toEqual(
      [
        at(documented, 'errors', 0, 'error'),
        at(documented, 'errors', 0, 'code'),
        at(documented, 'errors', 0, 'parameter'),
      ],
    );
  });

  test('an unknown type is refused in the documented words', async () => {
    const { status, body } = await aStore().call('GET', 'entity/product2');
    expect(status).toBe(412);
    expect(at(body, 'errors')).toEqual(at(sample('errors/unknown-type-1005'), 'errors'));
  });
});
