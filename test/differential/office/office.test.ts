import { expect, test } from 'vitest';
import { describeUnless, isFullRun } from '#test/helpers/skip.ts';
import { compare, type Case } from '../compare.ts';
import { documentsOf, sampleCases } from '../sample-documents.ts';
import { convert, noOffice } from './office.ts';

const PATIENCE_MS = 1_800_000;

describeUnless(noOffice)('LibreOffice', () => {
  test(
    'opens every filled document',
    async () => {
      const documents = await documentsOf(await sampleCases(isFullRun ? 600 : 25));
      const opened = convert(documents, 'txt');
      expect([...documents.keys()].filter((name) => !opened.has(name))).toEqual([]);
      expect(documents.size).toBeGreaterThan(100);
    },
    PATIENCE_MS,
  );

  test(
    'saves templates that give the same documents as the reference',
    async () => {
      const cases = eachFormOnce(await sampleCases(isFullRun ? 300 : 25));
      const templates = new Map([...cases].map(([name, { template }]) => [name, template]));
      const saved = convert(templates, 'docx');
      const counts = new Map<string, number>();
      for (const [name, sample] of cases) {
        // What LibreOffice cannot open must be one of the broken ones, which are refused as they are.
        const verdict = await compare({ ...sample, template: saved.get(name) ?? sample.template });
        expect(saved.has(name) ? '' : verdict.kind).toMatch(/^(?:refused)?$/);
        counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
        const isExplained = sample.explained !== undefined;
        expect(verdict.kind === 'different' && !isExplained ? `${name}: ${verdict.story}` : '').toBe('');
      }
      console.log(
        `templates saved by LibreOffice: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
      );
      expect(counts.get('same') ?? 0).toBeGreaterThan(saved.size / 2);
    },
    PATIENCE_MS,
  );
});

/** The forms of ours come with several orders each; the template is the same. */
function eachFormOnce(cases: ReadonlyMap<string, Case>): ReadonlyMap<string, Case> {
  return new Map([...cases].filter(([name]) => !name.startsWith('own') || name.endsWith('sample')));
}
