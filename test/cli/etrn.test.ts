import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aDemoBase } from '#test/helpers/a-demo-base.ts';
import { refusalShape } from '#test/helpers/cli-shapes.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const base = path.join(folder, 'Данные ЭТрН');
const run = komplektOn(base);
const fileOf = (name: string): string => path.join(folder, name);

/** A carriage of the demonstration that waits for its papers, with a trailer and a hired carrier. */
const ORDER = '1214';

beforeAll(() => aDemoBase(base, '2026-11-20'), 900_000);

const answerShape = z.object({
  file: z.string(),
  format: z.enum(['json', 'csv']),
  filled: z.number(),
  empty: z.array(z.string()),
});
const sectionsShape = z.record(z.string(), z.record(z.string(), z.string()));

/** Sections of documents.md §11.1 that are known before the road. */
const SECTIONS = [
  'head',
  'consignor',
  'customer',
  'consignee',
  'cargo',
  'instructions',
  'carrier',
  'driver',
  'vehicle',
  'loading',
  'unloading',
];

const written = async (format: string) => {
  const file = fileOf(`ЭТрН ${ORDER}.${format}`);
  const answer = answerOf(await run('documents', 'etrn', ORDER, '--format', format, '-o', file, '--json'), answerShape);
  return { answer, text: readFileSync(file, 'utf8') };
};

describe('the data of an ЭТрН by the command line', () => {
  test('are a file of sections for machines, and what is still empty is named', async () => {
    const { answer, text } = await written('json');
    const sections = sectionsShape.parse(JSON.parse(text));
    expect(Object.keys(sections)).toEqual(expect.arrayContaining(SECTIONS));
    expect(sections['head']).toMatchObject({ orderNumber: ORDER });
    const values = Object.values(sections).flatMap((fields) => Object.values(fields));
    expect(answer.filled).toBe(values.filter((value) => value !== '').length);
    const empty = Object.entries(sections).flatMap(([section, fields]) =>
      Object.entries(fields).flatMap(([key, value]) => (value === '' ? [`${section}.${key}`] : [])),
    );
    expect(answer.empty).toEqual(empty);
  });

  test('are a table with a row a field in the other format, of the same values', async () => {
    const [json, csv] = [await written('json'), await written('csv')];
    const sections = sectionsShape.parse(JSON.parse(json.text));
    const rows = csv.text.split('\r\n').filter((row) => row !== '');
    expect(rows.length - 1).toBe(Object.values(sections).flatMap((fields) => Object.keys(fields)).length);
    for (const value of [sections['carrier']?.['inn'], sections['vehicle']?.['plate']]) {
      expect(value).not.toBe('');
      expect(csv.text).toContain(value);
    }
    expect([csv.answer.filled, csv.answer.empty]).toEqual([json.answer.filled, json.answer.empty]);
  });

  test('of an order without a carriage, in a format nobody knows or to no file are refused in words', async () => {
    const noTrip = await run('documents', 'etrn', '1200', '-o', fileOf('нет.json'), '--json');
    expect(answerOf(noTrip, refusalShape, 3).problems[0]?.code).toBe('etrn.noTrip');
    expect((await run('documents', 'etrn', ORDER, '--format', 'xml', '-o', fileOf('нет.xml'))).stderr).toContain(
      'json, csv',
    );
    expect((await run('documents', 'etrn', ORDER)).stderr).toContain('-o');
  });
});
