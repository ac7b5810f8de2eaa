import type { WireError } from '#shared/contract/errors.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import { aDocument, aSnapshot, fillBase } from '#test/helpers/a-filled-base.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { aDocument as aPayment, windows } from '#test/exchange/bank-statement/a-statement.ts';

/** Our company's account and that of its client in the base of these tests. */
export const OURS = '40702810699990000303';
export const CLIENT = '40702810099990001012';
export const OUR_INN = '7899003031';

export type Bank = {
  readonly core: TestCore;
  readonly admin: TestCaller;
  readonly send: (bytes: Uint8Array) => Promise<string>;
  readonly take: (
    bytes: Uint8Array,
    more?: Partial<InputOf<'statements.import'>>,
  ) => Promise<Result<OutputOf<'statements.import'>, WireError>>;
  /** Rows of every table that payments touch, in the order of their keys. */
  readonly dump: () => Record<string, unknown>;
  readonly rows: () => Promise<OutputOf<'payments.list'>['items']>;
};

const TABLES = [
  'statement_imports',
  'linked_accounts',
  'statement_accounts',
  'statement_periods',
  'bank_operations',
  'repeated_operations',
  'allocations',
  'matching_rules',
  'matching_settings',
  'files',
  'documents',
  'orders',
  'parties',
  'bank_accounts',
];

/** A core with our company, its client and their invoices № 1204 (118 500) and № 1205 (45 000). */
export const openBank = async (): Promise<Bank> => {
  const core = startTestCore();
  core.base.write((stores) => {
    fillBase(stores);
    stores.documents.insert(aDocument(), aSnapshot());
    const second = {
      id: asId<'document'>('document-2'),
      number: '1205',
      sum: kopecks(4_500_000),
      vat: kopecks(811_475),
    };
    stores.documents.insert(aDocument({ ...second, date: isoDate('2026-11-19'), files: [] }), aSnapshot());
  });
  const admin = await core.as('admin');
  const send = async (bytes: Uint8Array) => {
    const portion = Buffer.from(bytes).toString('base64');
    return unwrap(await admin.call('statements.receive', { token: null, bytes: portion })).token;
  };
  return {
    core,
    admin,
    send,
    take: async (bytes, more = {}) => {
      const input = { commandId: core.newId(), token: await send(bytes), fileName: 'kl_to_1c.txt', ...more };
      return admin.call('statements.import', input);
    },
    dump: () =>
      Object.fromEntries(
        TABLES.map((table) => [table, core.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
      ),
    rows: async () => unwrap(await admin.call('payments.list', {})).items,
  };
};

/** An incoming payment of the client; fields replace those of the whole one. */
export const aReceipt = (fields: Readonly<Record<string, string>> = {}): string[] =>
  aPayment({
    Номер: '501',
    Дата: '20.11.2026',
    ДатаПоступило: '20.11.2026',
    Сумма: '118500.00',
    ПлательщикСчет: CLIENT,
    ПлательщикИНН: '7899010127',
    ПлательщикКПП: '789901001',
    Плательщик1: 'ООО "Кофейная компания Зерно"',
    ПолучательСчет: OURS,
    ПолучательИНН: OUR_INN,
    ПолучательКПП: '789901001',
    Получатель1: 'ООО "Северный каталог"',
    НазначениеПлатежа: 'Оплата по счету № 1204 от 20.11.2026, в т.ч. НДС 22% 21368-85',
    ...fields,
  });

/** A statement of our account with these parts. */
export const ourStatement = (...parts: readonly (readonly string[])[]): Uint8Array =>
  windows(
    [
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      'Кодировка=Windows',
      'Отправитель=Банк Пример',
      'ДатаНачала=20.11.2026',
      'ДатаКонца=20.11.2026',
      `РасчСчет=${OURS}`,
      ...parts.flat(),
      'КонецФайла',
      '',
    ].join('\r\n'),
  );

/** The balances of one day of our account. */
export const aDay = (day: string, opening: string, closing: string, received = ''): string[] => [
  'СекцияРасчСчет',
  `ДатаНачала=${day}`,
  `ДатаКонца=${day}`,
  `РасчСчет=${OURS}`,
  `НачальныйОстаток=${opening}`,
  `ВсегоПоступило=${received}`,
  `КонечныйОстаток=${closing}`,
  'КонецРасчСчет',
];
