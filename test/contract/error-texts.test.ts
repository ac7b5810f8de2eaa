import { expect, test } from 'vitest';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '#shared/contract/errors.ts';
import { contract } from '#shared/contract/index.ts';
import { DEFAULT_ROLE_RIGHTS, RIGHTS, ROLES } from '#shared/domain/users/rights.ts';
import { PREFLIGHT_TEXTS } from '#shared/domain/preflight/texts.ts';
import { errorParts, errorText } from '#shared/text/error-texts.ts';
import { RIGHT_NAMES } from '#shared/text/right-names.ts';
import { requireDefined } from '#shared/kernel/assert.ts';

const CODES = Object.keys(ERRORS) as ErrorCode[];

const objectSchema = z.object({
  properties: z.record(z.string(), z.object({ type: z.string().optional() })).default({}),
});

const sample = (key: string, type: string | undefined): unknown => {
  if (type === 'array') return [];
  return type === 'number' || type === 'integer' ? 3 : `значение ${key}`;
};

/** Data as the code's schema promises it: a text that wants anything else prints «undefined». */
const dataOf = (code: ErrorCode): Record<string, unknown> => {
  const { properties } = objectSchema.parse(z.toJSONSchema(ERRORS[code], { unrepresentable: 'any' }));
  return Object.fromEntries(Object.entries(properties).map(([key, { type }]) => [key, sample(key, type)]));
};

const texts = CODES.map((code) => {
  const error = { code, data: dataOf(code) };
  return { code, parts: errorParts(error), line: errorText(error) };
});

test.each(texts)('$code says in Russian what happened, what is safe and what to do', ({ parts, line }) => {
  for (const part of [parts.what, parts.safe, parts.action]) expect(part).toMatch(/[а-яё]/iu);
  expect(line).not.toMatch(/undefined|null|NaN|\[object/u);
  expect(line).toMatch(/[.!?»]$/u);
});

test('every code that a call may answer with is a known one, and its text is its own', () => {
  const named = Object.values(contract).flatMap(({ errors }) => [...errors]);
  expect(named.filter((code) => !CODES.includes(code))).toEqual([]);
  // What the other side said is the whole text of two of them.
  const whats = texts.map(({ parts }) => parts.what).filter((what) => what !== 'значение message');
  expect(new Set(whats).size).toBeGreaterThanOrEqual(whats.length - 1);
});

test('no text blames the reader', () => {
  for (const { line } of texts) expect(line).not.toMatch(/вы ошиблись|неправильно ввели|ваша ошибка|недопустимо/iu);
});

test('every right has a name for people, and every role only rights that exist', () => {
  expect(Object.keys(RIGHT_NAMES).toSorted()).toEqual([...RIGHTS].toSorted());
  for (const role of ROLES) expect(RIGHTS).toEqual(expect.arrayContaining([...DEFAULT_ROLE_RIGHTS[role]]));
});

test('every finding code has a Russian sentence', () => {
  const anything = new Proxy({}, { get: (_data, name) => (typeof name === 'string' ? `⟨${name}⟩` : undefined) });
  const sentences = Object.entries(PREFLIGHT_TEXTS);
  expect(sentences.length).toBeGreaterThan(30);
  for (const [code, sentence] of sentences) {
    const say = sentence as (data: unknown) => string;
    expect(`${code}: ${say(anything)}`).toMatch(/: .*[А-ЯЁа-яё]{3}/u);
    expect(`${code}: ${say(anything)}`).not.toContain('undefined');
  }
});

test('calls are named noun.verb, and those of one noun stand together', () => {
  const nouns = Object.keys(contract).map((name) =>
    requireDefined(/^([a-z]+)\.[a-z][A-Za-z]*$/u.exec(name)?.[1], `noun.verb in ${name}`),
  );
  const runs = nouns.filter((noun, index) => noun !== nouns[index - 1]);
  expect(runs).toEqual([...new Set(nouns)]);
});
