import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import {
  documentCardShape,
  documentListShape,
  importShape,
  packShape,
  refusalShape,
} from '#test/helpers/cli-shapes.ts';
import { anOrder, ORGANISATIONS_FILE, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const base = path.join(folder, 'Бумаги вне заказа');
const run = komplektOn(base);
let sides: readonly string[] = [];

const issue = (kind: string, ...words: readonly string[]) =>
  run('papers', 'issue', kind, ...sides, '--date', '2026-11-20', '--format', 'docx', '--json', ...words);

beforeAll(async () => {
  await aDemoBase(base, '2026-11-20');
  answerOf(await run('organisations', 'import', ORGANISATIONS_FILE, '--json'), importShape);
  const order = anOrder('Б-1', { lines: [{ name: 'Весы', kind: 'service', quantity: '2', price: '500' }] });
  answerOf(await run('orders', 'import', writeJson(folder, 'Б-1.json', [order]), '--json'), importShape);
  const issued = await run('pack', 'Б-1', '--kinds', 'act', '--date', '2026-11-20', '--format', 'docx', '--json');
  answerOf(issued, packShape);
  sides = ['--org', order.organisationInn, '--party', order.buyer.inn];
});

test('an акт сверки and a register are issued, stand in the list without an order and can be annulled', async () => {
  const period = ['--from', '2026-01-01', '--to', '2026-11-20'];
  const { issued } = answerOf(await issue('reconciliation', ...period), packShape);
  const id = issued[0]?.id ?? '';
  expect(issued[0]?.files).toHaveLength(1);
  expect(answerOf(await run('documents', 'show', id, '--json'), documentCardShape)).toMatchObject({
    kind: 'reconciliation',
  });
  answerOf(await issue('closing-register', '--via', 'courier'), packShape);
  const { items } = answerOf(await run('documents', 'list', '--json'), documentListShape);
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['act', 'reconciliation', 'closing-register']));
  const gone = await run('documents', 'annul', id, '--reason', 'Период другой', '--json');
  expect(answerOf(gone, documentCardShape).state).toBe('annulled');
});

test('a доверенность takes its bearer and goods from a file, and the check alone takes nothing', async () => {
  const input = writeJson(folder, 'доверенность.json', {
    attorney: {
      position: 'Водитель',
      lastName: 'Кузнецов',
      firstName: 'Сергей',
      middleName: 'Павлович',
      passport: { series: '5605', number: '123456', issuedBy: 'отделом полиции', issuedOn: '2015-02-01' },
    },
    goods: [{ name: 'Весы', unitName: 'шт', quantity: '2' }],
  });
  answerOf(await issue('proxy-goods', '--input', input, '--check-only'), packShape);
  const { issued } = answerOf(await issue('proxy-goods', '--input', input), packShape);
  expect(issued[0]?.number).toMatch(/1$/u);
});

test.each([
  ['a kind that is made from an order', ['invoice'], 2, 'cli.usage'],
  ['an акт сверки without a period', ['reconciliation'], 2, 'cli.usage'],
  ['a date that is none', ['reconciliation', '--from', 'вчера', '--to', '2026-11-20'], 2, 'cli.usage'],
  ['a period with nothing to list', ['reminder', '--from', '2019-01-01', '--to', '2019-02-01'], 3, 'papers.nothing'],
])('%s is refused with a message', async (_what, [kind = '', ...words], exit, code) => {
  expect(answerOf(await issue(kind, ...words), refusalShape, exit).problems[0]?.code).toBe(code);
});
