import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const file = path.join(root, 'templates/processes/requirements.csv');

/** How many requirements each case study has. */
const SEEDS = { TUR: 94, LUX: 60, MSK: 75, MOG: 160, PRD: 55 } as const;

/** What is not built yet belongs to one of these. */
const CAPABILITIES = [
  'runner',
  'screens',
  'editor',
  'guide',
  'plan desk',
  'production costs',
  'analytics',
  'documents',
  'closing papers',
  'payments',
  '1C',
  'CRM',
] as const;

const [head, ...rows] = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(';'));

const sources = globSync('test/**/*.test.{ts,tsx}', { cwd: root, exclude: ['**/node_modules/**'] }).map((name) =>
  readFileSync(path.join(root, name), 'utf8'),
);

/** Does one test file have all the titles of `describe > test`? */
const isTest = (name: string): boolean => {
  const titles = name.split(' > ');
  return sources.some((source) => titles.every((title) => source.includes(title)));
};

describe('the list of requirements of the five case studies', () => {
  test('has every id once, in four columns', () => {
    const ids = Object.entries(SEEDS).flatMap(([seed, count]) =>
      Array.from({ length: count }, (_, index) => `${seed}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(head).toEqual(['id', 'where', 'test', 'issue']);
    expect(rows.filter((row) => row.length !== 4)).toEqual([]);
    expect(new Set(rows.map(([id]) => id))).toEqual(new Set(ids));
    expect(rows).toHaveLength(ids.length);
  });

  test('names places that exist', () => {
    const places = new Set(rows.flatMap(([, where = '']) => where.split(' + ')).filter((place) => place !== ''));
    expect(places.size).toBeGreaterThan(30);
    expect([...places].filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
  });

  test('names a place and a test that exist for whatever is called done', () => {
    const done = rows.filter(([, , , issue]) => issue === '');
    expect(done.length).toBeGreaterThan(300);
    expect(done.filter(([, where]) => where === '').map(([id]) => id)).toEqual([]);
    expect(
      done.filter(([, , name = '']) => name === '' || !isTest(name)).map(([id, , name]) => `${id}: ${name}`),
    ).toEqual([]);
  });

  test('calls the rest open, by the name of what it waits for', () => {
    const issues = new Set(rows.map(([, , , issue]) => issue).filter((issue) => issue !== ''));
    expect([...issues].filter((issue) => !CAPABILITIES.some((name) => issue === `open: ${name}`))).toEqual([]);
  });
});
