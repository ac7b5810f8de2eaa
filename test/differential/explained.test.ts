import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXPLAINED_IDS } from './explained.ts';
import { HAND_WRITTEN } from './hand-written/all.ts';

const list = new URL('../../src-main/render/compiled/DIFFERENCES.md', import.meta.url);

test('every difference that is let through stands in the list of differences with its reason', () => {
  const text = existsSync(list) ? readFileSync(list, 'utf8') : '';
  const ids = [...EXPLAINED_IDS, ...HAND_WRITTEN.flatMap(({ explained = [] }) => explained)];
  expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
});
