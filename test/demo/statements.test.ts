import { describe, expect, test } from 'vitest';
import { demoData } from '#shared/demo/demo-data.ts';
import { demoAnswers, demoStatements } from '#shared/demo/statements/demo-statements.ts';
import { operationKey } from '#shared/domain/bank/operation.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { encodeText } from '#main/exchange/bank-statement/encode-text.ts';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { unwrap } from '#test/helpers/a-core.ts';

const TODAY = isoDate('2026-11-20');
const data = demoData(TODAY);
const files = demoStatements(data, TODAY);
const companies = data.organisations.map(({ bankAccounts }) => bankAccounts.map(({ account }) => account));
const read = files.map(({ text, encoding }) => unwrap(readStatement([encodeText(text, encoding)], { companies })));
const ours = read.slice(0, 3);
const codesOf = (index: number) => requireDefined(read[index], 'a file').warnings.map(({ code }) => code);

describe('the three statements of the demo', () => {
  test('have 420 operations, of which twelve stand twice, and nothing is rejected', () => {
    const operations = ours.flatMap((statement) => statement.operations);
    expect(operations).toHaveLength(420);
    expect(new Set(operations.map(operationKey)).size).toBe(408);
    expect(read.flatMap(({ rejected }) => rejected)).toEqual([]);
  });

  test('come in three encodings, each as its label says', () => {
    expect(ours.map(({ encoding }) => encoding)).toEqual(['windows-1251', 'cp866', 'utf-8']);
    expect(read.flatMap(({ warnings }) => warnings).filter(({ code }) => code === 'encoding.label')).toEqual([]);
  });

  test('break the chain of balances once and leave out one working day', () => {
    expect(codesOf(0).filter((code) => code === 'balance.chain')).toHaveLength(1);
    expect(codesOf(2).filter((code) => code === 'days.missing')).toHaveLength(1);
    expect([...codesOf(1), ...codesOf(2)].filter((code) => code === 'balance.chain')).toEqual([]);
  });

  test('the fourth is of an account that is nobody’s', () => {
    const foreign = requireDefined(read[3], 'the fourth file').accounts.map(({ account }) => account);
    expect(companies.flat().filter((account) => foreign.includes(account))).toEqual([]);
  });

  test('every operation has its answer, to the kopeck', () => {
    const answers = demoAnswers(data, TODAY);
    expect(answers).toHaveLength(408);
    const numbers = new Set(ours.flatMap(({ operations }) => operations.map(({ number }) => number)));
    expect(answers.filter(({ number }) => !numbers.has(number))).toEqual([]);
  });

  test('the same day makes the same bytes', () => {
    expect(demoStatements(demoData(TODAY), TODAY)).toEqual(files);
  });
});
