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
const base = path.join(folder, 'Жизнь документа');
const run = komplektOn(base);

beforeAll(async () => {
  await aDemoBase(base, '2026-11-20');
  answerOf(await run('organisations', 'import', ORGANISATIONS_FILE, '--json'), importShape);
});

test('a changed order makes its invoice stale, reissue makes it anew, annul takes it out of force', async () => {
  const pack = (...words: readonly string[]) =>
    run('pack', 'Я-9', '--kinds', 'invoice,act', '--date', '2026-11-20', '--format', 'docx', '--json', ...words);
  const load = (price: string) =>
    run(
      'orders',
      'import',
      writeJson(folder, 'Я-9.json', [
        anOrder('Я-9', { lines: [{ name: 'Весы', kind: 'service', quantity: '2', price }] }),
      ]),
      '--json',
    );
  answerOf(await load('500'), importShape);
  const { issued } = answerOf(await pack(), packShape);
  const [invoice] = issued;
  const id = invoice?.id ?? '';
  const fresh = answerOf(await run('documents', 'reissue', id, '--json'), refusalShape, 3);
  expect(fresh.problems[0]?.code).toBe('document.notStale');
  answerOf(await load('600'), importShape);
  const again = answerOf(await pack(), packShape);
  expect(again.problems.filter(({ code }) => code === 'document.stale')).toHaveLength(2);

  const next = answerOf(await run('documents', 'reissue', id, '--json'), documentCardShape);
  expect(next).toMatchObject({ id, number: invoice?.number, date: invoice?.date, version: 2, stale: false });
  const gone = answerOf(await run('documents', 'annul', id, '--reason', 'Заказ отменён', '--json'), documentCardShape);
  expect(gone).toMatchObject({ id, state: 'annulled', annulled: { reason: 'Заказ отменён' } });
  expect(answerOf(await run('documents', 'reissue', id, '--json'), refusalShape, 3).problems[0]?.code).toBe(
    'document.annulled',
  );
  const waited = answerOf(await run('documents', 'list', '--missing-original', '--json'), documentListShape);
  expect(waited.total).toBe(41);
  expect(waited.items.filter(({ state }) => state !== 'sent' && state !== 'countersigned')).toEqual([]);
  const renewed = answerOf(await pack(), packShape).issued.find(({ kind }) => kind === 'invoice');
  expect(renewed?.number).not.toBe(invoice?.number);
});

test.each([
  [['documents', 'annul', 'x']],
  [['documents', 'annul', 'x', '--reason', ' ']],
  [['documents', 'reissue']],
  [['pack', '1189', '--override', 'R-T1']],
  [['pack', '1189', '--override', 'потому что']],
])('%j is a wrong command line', async (words) => {
  expect(answerOf(await run(...words, '--json'), refusalShape, 2).problems[0]?.code).toBe('cli.usage');
});

test('a blocking finding is let pass by right with a reason, and not by anybody', async () => {
  const words = ['pack', '1207', '--kinds', 'invoice', '--date', '2026-11-20', '--format', 'docx', '--json'];
  answerOf(await run(...words), refusalShape, 3);
  const override = ['--override', 'R-P1=КПП пришлют завтра'];
  const refusal = answerOf(await run(...words, ...override, '--user', 'belova'), refusalShape, 3);
  expect(refusal.problems[0]?.code).toBe('right.missing');
  const { issued } = answerOf(await run(...words, ...override), packShape);
  expect(issued.map(({ kind }) => kind)).toEqual(['invoice']);
});
