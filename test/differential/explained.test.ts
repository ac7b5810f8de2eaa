import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXPLAINED_IDS } from './explained.ts';

const list = new URL('../../src-main/render/compiled/DIFFERENCES.md', import.meta.url);

test('every difference that is let through stands in the list of differences with its reason', () => {
  const text = existsSync(list) ? readFileSync(list, 'utf8') : '';
  expect(EXPLAINED_IDS.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
});
