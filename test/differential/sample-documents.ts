import * as fc from 'fast-check';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { A_PICTURE } from './a-picture.ts';
import { HAND_WRITTEN, handWrittenTemplate } from './hand-written/all.ts';
import { ownCases } from './own-forms.ts';
import { printTemplate } from './print-template.ts';
import { SEED } from './sizes.ts';
import { orders, templates } from './template-arbitrary.ts';
import { CONSTRUCT_DATA } from './construct-data.ts';
import type { Case } from './compare.ts';

/** Cases of all three sources, by names that may be file names. */
export async function sampleCases(generated: number): Promise<ReadonlyMap<string, Case>> {
  const cases = new Map<string, Case>();
  for (const { name, ...own } of await ownCases()) cases.set(`own ${name}`, own);
  for (const sample of HAND_WRITTEN) {
    const { name, explained } = sample;
    cases.set(`written ${name}`, { template: handWrittenTemplate(sample), data: CONSTRUCT_DATA, explained });
  }
  const trees = fc.sample(fc.tuple(templates, orders), { seed: SEED, numRuns: generated });
  for (const [index, [tree, order]] of trees.entries()) {
    const data = { ...order, picture: A_PICTURE, site: 'https://example.ru/' };
    cases.set(`generated ${index}`, { template: printTemplate(tree), data });
  }
  return new Map([...cases].map(([name, sample]) => [name.replaceAll(/[^\p{L}\d ]/gu, ''), sample]));
}

/** The documents that our renderer makes of the cases it does not refuse. */
export async function documentsOf(cases: ReadonlyMap<string, Case>): Promise<ReadonlyMap<string, Uint8Array>> {
  const engine = createCompiledEngine();
  const documents = new Map<string, Uint8Array>();
  for (const [name, { template, data }] of cases) {
    const result = await engine.render({ template, data, delimiters: DEFAULT_DELIMITERS });
    if (result.ok) documents.set(name, result.value.bytes);
  }
  return documents;
}
