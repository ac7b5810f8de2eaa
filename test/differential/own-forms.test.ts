import { describe, expect, test } from 'vitest';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { compare } from './compare.ts';
import { ownCases } from './own-forms.ts';

const cases = await ownCases();

describe('our own forms give the same documents as the reference', () => {
  test.each(cases.map((sample) => [sample.name, sample] as const))('%s', async (_name, sample) => {
    const verdict = await compare(sample);
    expect(verdict.kind === 'different' ? verdict.story : verdict.kind).toBe('same');
  });

  test('and the same bytes again, from another engine too', async () => {
    const engine = createCompiledEngine();
    for (const { template, data } of cases.slice(0, 4)) {
      const documents: Uint8Array[] = [];
      for (const renderer of [engine, engine, createCompiledEngine()]) {
        const result = await renderer.render({ template, data, delimiters: DEFAULT_DELIMITERS });
        documents.push(result.ok ? result.value.bytes : new Uint8Array());
      }
      expect(documents.map((bytes) => Buffer.from(bytes).toString('base64'))).toEqual(
        documents.map(() => Buffer.from(documents[0] ?? []).toString('base64')),
      );
      expect(documents[0]?.byteLength).toBeGreaterThan(1_000);
    }
  });
});
