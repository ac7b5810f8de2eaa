import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeText } from '#main/exchange/bank-statement/encode-text.ts';
import type { CoreHost } from '#main/host/core-host.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { sourceOptions } from '#main/host/program.ts';
import { startCore } from '#main/host/start-core.ts';
import { demoData } from '#shared/demo/demo-data.ts';
import { demoAnswers, demoStatements, type DemoAnswer } from '#shared/demo/statements/demo-statements.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { parseMoney, sumMoney } from '#shared/kernel/money.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { sessionCaller, type Caller } from '#test/helpers/session-caller.ts';

type Row = OutputOf<'payments.match'>['auto'][number];

describe('the statements of the demo against the papers that the demo base has', () => {
  let host: CoreHost;
  let folder = '';
  let zones: OutputOf<'payments.match'>;
  let answers: ReadonlyMap<string, DemoAnswer>;
  let call: Caller;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'Демо и выписки '));
    host = unwrap(await startCore(sourceOptions(folder, 'openOrDemo'), noMainPorts));
    call = await sessionCaller(host, 'admin');
    const { today } = unwrap(await call('base.info', {}));
    const day = isoDate(today);
    const data = demoData(day);
    answers = new Map(demoAnswers(data, day).map((answer) => [keyOf(answer), answer]));
    for (const { name, text, encoding } of demoStatements(data, day).slice(0, 3)) {
      const bytes = Buffer.from(encodeText(text, encoding)).toString('base64');
      const { token } = unwrap(await call('statements.receive', { token: null, bytes }));
      unwrap(await call('statements.import', { commandId: crypto.randomUUID(), token, fileName: name }));
    }
    zones = unwrap(await call('payments.match', { commandId: crypto.randomUUID(), apply: false }));
  }, 200_000);
  afterAll(async () => {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answerOf = (row: Row): DemoAnswer | undefined => answers.get(keyOf(row));
  test('every operation is there once, and each is in a zone', () => {
    const rows = [...zones.auto, ...zones.confirm, ...zones.manual];
    expect(rows).toHaveLength(408);
    expect(rows.filter((row) => answerOf(row) === undefined)).toEqual([]);
  });

  test('nothing posts itself wrongly', () => {
    const wrong = zones.auto.filter((row) => {
      const answer = answerOf(row);
      return answer === undefined || !answer.mayPost || !isSame(row, answer);
    });
    expect(wrong.map((row) => [row.number, row.why, answerOf(row)])).toEqual([]);
  });

  test('the papers are all there: what may post itself does, and the figures are told', () => {
    const may = [...answers.values()].filter((answer) => answer.mayPost);
    const posted = new Set(zones.auto.map(keyOf));
    const done = may.filter((answer) => posted.has(keyOf(answer)));
    console.info(
      `payments that may post themselves ${may.length}, posted ${done.length}; zones ${zones.auto.length}/${zones.confirm.length}/${zones.manual.length}`,
    );
    expect(done.length).toBeGreaterThanOrEqual(may.length * 0.98);
  });

  test('what waits for a person is put before him right', () => {
    // Two like operations of one day are each other's answers.
    const alone = zones.confirm.filter(({ why }) => !why.includes('такая же операция'));
    const wrong = alone.filter((row) => {
      const answer = answerOf(row);
      return answer === undefined || !isSame(row, answer);
    });
    expect(wrong.map((row) => [row.number, row.why, answerOf(row)])).toEqual([]);
  });

  test('what is posted is told by the debts, to the kopeck', async () => {
    const before = unwrap(await call('debts.list', { by: 'order' })).total;
    const { auto } = unwrap(await call('payments.match', { commandId: crypto.randomUUID(), apply: true }));
    const incoming = auto.filter(({ direction }) => direction === 'incoming');
    const put = incoming.flatMap(({ invoices }) => invoices.map(({ sum }) => unwrap(parseMoney(sum))));
    const after = unwrap(await call('debts.list', { by: 'order' })).total;
    expect(put.length).toBeGreaterThan(0);
    expect(unwrap(parseMoney(after.paid)) - unwrap(parseMoney(before.paid))).toBe(sumMoney(put));
  });
});

const keyOf = ({ account, number, date, sum }: Pick<Row, 'account' | 'number' | 'date' | 'sum'>): string =>
  [account, number, date, sum].join(' ');

const putOn = (invoices: readonly { readonly number: string; readonly sum: string }[]): string =>
  invoices
    .map(({ number, sum }) => `${number} ${sum}`)
    .toSorted()
    .join('; ');

const isSame = (row: Row, { kind, invoices }: DemoAnswer): boolean =>
  row.kind === kind && putOn(row.invoices.filter(({ writeOff }) => writeOff === null)) === putOn(invoices);
