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

/** The demo base holds the papers of its past and no invoice for most of its orders: the answers to those wait for the papers. */
describe('the statements of the demo against the papers that the demo base has', () => {
  let host: CoreHost;
  let folder = '';
  let zones: OutputOf<'payments.match'>;
  let answers: ReadonlyMap<string, DemoAnswer>;
  let issued: ReadonlySet<string>;
  let call: Caller;
  /** Our companies by their accounts. */
  let companies: ReadonlyMap<string, string>;

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
    const papers: string[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = unwrap(await call('documents.list', { kind: 'invoice', limit: 500, offset }));
      papers.push(
        ...page.items
          .filter(({ state }) => state !== 'annulled')
          .map(({ organisation, number }) => `${organisation} ${number}`),
      );
      ({ total } = page);
    }
    issued = new Set(papers);
    zones = unwrap(await call('payments.match', { commandId: crypto.randomUUID(), apply: false }));
    companies = new Map([...zones.auto, ...zones.confirm].map(({ account, organisation }) => [account, organisation]));
  }, 200_000);
  afterAll(async () => {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answerOf = (row: Row): DemoAnswer | undefined => answers.get(keyOf(row));
  const hasPapers = ({ account, invoices }: DemoAnswer): boolean =>
    invoices.every(({ number }) => issued.has(`${companies.get(account) ?? ''} ${number}`));

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

  test('where the paper is there, most of what may post itself does, and the figures are told', () => {
    const may = [...answers.values()].filter((answer) => answer.mayPost && answer.invoices.length > 0);
    const reachable = may.filter(hasPapers);
    const posted = new Set(zones.auto.map(keyOf));
    const done = reachable.filter((answer) => posted.has(keyOf(answer)));
    console.info(
      `invoices issued ${issued.size}; payments that may post themselves ${may.length}, of them with their papers ${reachable.length}, posted ${done.length}; zones ${zones.auto.length}/${zones.confirm.length}/${zones.manual.length}`,
    );
    expect(done.length).toBeGreaterThanOrEqual(reachable.length * 0.9);
  });

  test('what is posted is told by the debts, to the kopeck', async () => {
    const before = unwrap(await call('debts.list', { by: 'order' })).total;
    const { auto } = unwrap(await call('payments.match', { commandId: crypto.randomUUID(), apply: true }));
    const put = auto.flatMap(({ invoices }) => invoices.map(({ sum }) => unwrap(parseMoney(sum))));
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
