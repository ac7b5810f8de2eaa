import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aDebit, aDocument, aPeriod, aStatement, OWN, windows } from '#test/exchange/bank-statement/a-statement.ts';
import { refusalShape } from '#test/helpers/cli-shapes.ts';
import { A_BUYER, anOrder, makeBase, OUR_INN, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
let run: ReturnType<typeof komplektOn>;
let act = '';

const PERIOD = ['--org', OUR_INN, '--from', '2026-11-01', '--to', '2026-11-30'] as const;
const at = (name: string): string => path.join(folder, name);
const cp1251 = (file: string): string => new TextDecoder('windows-1251').decode(readFileSync(file));

const saved = z.object({ file: z.string(), count: z.number() });
const bankFile = saved.extend({ bytes: z.number(), remarks: z.array(z.unknown()) });
const issued = z.object({ issued: z.array(z.object({ kind: z.string() })) });
const register = z.object({ items: z.array(z.object({ id: z.string(), kind: z.string() })) });

beforeAll(async () => {
  run = komplektOn(await makeBase(folder, 'обмен', [anOrder('145')]));
  answerOf(await run('pack', '145', '--json', '--date', '2026-11-18'), issued);
  const { items } = answerOf(await run('documents', 'list', '--json'), register);
  act = items.find(({ kind }) => kind === 'act' || kind === 'upd')?.id ?? '';
  const statement = at('выписка банка.txt');
  writeFileSync(statement, windows(aStatement(aPeriod(), aDocument(), aDebit())));
  await run('statement', 'import', statement, '--link-account', OUR_INN, '--json');
}, 240_000);

describe('files for 1C and the bank', () => {
  test('export payments writes 1CClientBankExchange in windows-1251 with CRLF', async () => {
    const file = at('оплаты для 1С.txt');
    const answer = answerOf(
      await run('export', 'payments', ...PERIOD, '--account', OWN, '-o', file, '--json'),
      bankFile,
    );
    expect(answer).toMatchObject({ file, count: 2 });
    const text = cp1251(file);
    expect(text.startsWith('1CClientBankExchange\r\n')).toBe(true);
    expect(text.trimEnd().endsWith('КонецФайла')).toBe(true);
    expect(text.match(/^СекцияДокумент=/gmu)).toHaveLength(2);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(answer.bytes).toBe(readFileSync(file).length);
  }, 120_000);

  test('export payment-orders writes orders to those who are in the base and refuses a stranger', async () => {
    const order = { number: '31', date: '2026-11-20', inn: A_BUYER.inn, sum: '61000.00', purpose: 'Возврат аванса' };
    const file = at('1c_to_kl.txt');
    const words = ['export', 'payment-orders', writeJson(folder, 'поручения.json', [order]), '--org', OUR_INN] as const;
    expect(answerOf(await run(...words, '-o', file, '--json'), bankFile).count).toBe(1);
    const text = cp1251(file);
    expect(text).toContain('СекцияДокумент=Платежное поручение');
    expect(text).toContain('Сумма=61000.00');
    expect(text).toContain(`ПолучательИНН=${A_BUYER.inn}`);
    const stranger = writeJson(folder, 'чужой.json', [{ ...order, inn: '7700000016' }]);
    const refusal = await run('export', 'payment-orders', stranger, '--org', OUR_INN, '-o', at('нет.txt'), '--json');
    expect(answerOf(refusal, refusalShape, 3).problems[0]?.code).toBe('order.unknownParty');
    expect(existsSync(at('нет.txt'))).toBe(false);
    expect((await run('export', 'payment-orders', stranger, '--json')).exit).toBe(2);
  }, 120_000);

  test('export commerceml writes the orders of the period in CommerceML 2.10', async () => {
    const file = at('orders.xml');
    const { count } = answerOf(await run('export', 'commerceml', ...PERIOD, '-o', file, '--json'), saved);
    expect(count).toBeGreaterThan(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('ВерсияСхемы="2.10"');
    expect(text.match(/<Документ>/gu)).toHaveLength(count);
    expect((await run('export', 'commerceml', '--org', OUR_INN, '--json')).exit).toBe(2);
  }, 120_000);

  test('export 1c-prices writes new prices and says how many', async () => {
    const prices = [
      { code: 'M-1', name: 'Стейк, 300 г', unitName: 'шт', price: '450.00' },
      { name: 'Фарш, 1 кг', price: '380.50' },
    ];
    const file = at('offers.xml');
    const words = ['export', '1c-prices', writeJson(folder, 'цены.json', prices), '--org', OUR_INN] as const;
    const { count } = answerOf(await run(...words, '--from', '2026-11-21', '-o', file, '--json'), saved);
    expect(count).toBe(2);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('<ЦенаЗаЕдиницу>450.00</ЦенаЗаЕдиницу>');
    expect(text).toContain('<ЦенаЗаЕдиницу>380.50</ЦенаЗаЕдиницу>');
    const broken = writeJson(folder, 'не цены.json', [{ name: 'Фарш', price: 'дорого' }]);
    expect((await run('export', '1c-prices', broken, '--org', OUR_INN, '-o', at('нет.xml'), '--json')).exit).toBe(2);
  }, 120_000);

  test('documents upd-xml writes the electronic twin of an act under the name that the format gives', async () => {
    const file = at('упд.xml');
    const made = await run('documents', 'upd-xml', act, '-o', file, '--json');
    const { name } = answerOf(made, z.object({ file: z.string(), name: z.string(), bytes: z.number() }));
    const text = cp1251(file);
    expect(text).toContain('ВерсФорм="5.03"');
    expect(text).toContain(`ИдФайл="${name.replace(/\.xml$/u, '')}"`);
    const unknown = await run('documents', 'upd-xml', 'нет-такого', '-o', at('нет.xml'), '--json');
    expect(answerOf(unknown, refusalShape, 3).problems[0]?.code).toBe('document.unknown');
  }, 120_000);
});

describe('papers of suppliers on the command line', () => {
  const bill = {
    kind: 'supplierInvoice',
    organisation: OUR_INN,
    party: A_BUYER.inn,
    order: '145',
    number: '77',
    date: '2026-11-18',
    due: '2026-11-25',
    sum: '61000.00',
    vat: '11000.00',
    rates: [{ vatRate: '22', sum: '61000.00' }],
  };
  const card = z.object({ id: z.string(), number: z.string(), left: z.string(), file: z.string().nullable() });

  test('incoming add takes a bill with its scan, incoming list shows it, incoming annul takes it out', async () => {
    const scan = at('скан счёта.pdf');
    writeFileSync(scan, 'скан');
    const made = await run('incoming', 'add', writeJson(folder, 'счёт.json', bill), '--file', scan, '--json');
    const added = answerOf(made, card);
    expect(added).toMatchObject({ number: '77', left: '61000.00', file: 'скан счёта.pdf' });
    const page = z.object({ total: z.number(), items: z.array(card) });
    const listed = answerOf(await run('incoming', 'list', '--kind', 'supplierInvoice', '--json'), page);
    expect(listed.items.map(({ id }) => id)).toEqual([added.id]);
    expect((await run('incoming', 'annul', added.id, '--json')).exit).toBe(2);
    answerOf(await run('incoming', 'annul', added.id, '--reason', 'Счёт заменён', '--json'), card);
    expect(answerOf(await run('incoming', 'list', '--state', 'entered', '--json'), page).total).toBe(0);
  }, 120_000);

  test('a bill that does not add up is 3, a file that is no paper and an unknown kind are 2', async () => {
    const wrong = await run(
      'incoming',
      'add',
      writeJson(folder, 'не сходится.json', { ...bill, sum: '61000.01' }),
      '--json',
    );
    expect(answerOf(wrong, refusalShape, 3).problems[0]?.code).toBe('incoming.sums');
    expect((await run('incoming', 'add', writeJson(folder, 'пусто.json', { kind: 'act' }), '--json')).exit).toBe(2);
    expect((await run('incoming', 'list', '--kind', 'act', '--json')).exit).toBe(2);
  }, 120_000);
});
