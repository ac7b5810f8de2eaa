import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import { ownCases } from './own-forms.ts';

const cases = await ownCases();

describe('our own forms give the same documents as the reference', () => {
  test.each(cases.map((sample) => [sample.name, sample] as const))('%s', async (_name, sample) => {
    const verdict = await compare(sample);
    expect(verdict.kind === 'different' ? verdict.story : verdict.kind).toBe('same');
  });
});
