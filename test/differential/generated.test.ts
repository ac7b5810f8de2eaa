import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDocx, partText } from '#test/helpers/docx-fixture.ts';
import { A_PICTURE } from './a-picture.ts';
import { compare, differenceToPlain, type Verdict } from './compare.ts';
import { printTemplate } from './print-template.ts';
import { runsOf } from './sizes.ts';
import { orders, templates } from './template-arbitrary.ts';

const withExtras = (order: object) => ({ ...order, picture: A_PICTURE, site: 'https://example.ru/?a=1&b=2' });

/** The story of a failure: the smallest template that still differs, and where it differs. */
async function failure(template: Uint8Array, data: unknown, story: string): Promise<string> {
  return `${story}\n  template: ${await partText(template)}\n  data: ${JSON.stringify(data)}`;
}

describe('a generated template gives the same document as the reference', () => {
  test('whatever Word, quotes, loops, conditions and data do', async () => {
    const counts = new Map<Verdict['kind'], number>();
    await fc.assert(
      fc.asyncProperty(templates, orders, async (tree, order) => {
        const template = printTemplate(tree);
        const data = withExtras(order);
        const verdict = await compare({ template, data });
        counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
        expect(verdict.kind === 'different' ? await failure(template, data, verdict.story) : '').toBe('');
      }),
      runsOf({ ci: 300, full: 6_000 }),
    );
    console.log(`generated templates: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
    // What the compiler hands over is not compared: it must stay the exception.
    expect(counts.get('handedOver') ?? 0).toBeLessThan((counts.get('same') ?? 0) / 4);
    // A generator whose templates are mostly refused would prove nothing.
    expect(counts.get('same') ?? 0).toBeGreaterThan((counts.get('refused') ?? 0) * 2);
  }, 900_000);

  test('also as docx-templates gives it with its own evaluator', async () => {
    await fc.assert(
      fc.asyncProperty(templates, orders, async (tree, order) => {
        // Its own evaluator knows no typographic quotes.
        const template = printTemplate({ ...tree, quotes: tree.quotes % 2 });
        const data = withExtras(order);
        const verdict = await compare({ template, data });
        const story = verdict.kind === 'same' ? await differenceToPlain({ template, data }, verdict.bytes) : undefined;
        expect(story === undefined ? '' : await failure(template, data, story)).toBe('');
      }),
      runsOf({ ci: 40, full: 600 }),
    );
  }, 900_000);

  test('a command that was lost, or a field that is not in the data, ends for both in the same way', async () => {
    await fc.assert(
      fc.asyncProperty(templates, orders, fc.nat(), fc.boolean(), async (tree, order, which, isData) => {
        // A condition that fails to answer leaves the reference walking for ever.
        fc.pre(!isData || !JSON.stringify(tree).includes('"if"'));
        const whole = printTemplate(tree);
        const template = isData ? whole : await withoutCommand(whole, which);
        const data: object = isData ? withoutField(withExtras(order), which) : withExtras(order);
        const verdict = await compare({ template, data });
        expect(verdict.kind === 'different' ? await failure(template, data, verdict.story) : '').toBe('');
      }),
      runsOf({ ci: 100, full: 2_000 }),
    );
  }, 900_000);
});

/** The template without one of the commands of its body, chosen by number. */
async function withoutCommand(template: Uint8Array, which: number): Promise<Uint8Array> {
  const xml = await partText(template);
  const body = /<w:body>(.*)<w:sectPr\/>/s.exec(xml)?.[1] ?? '';
  const commands = [...body.matchAll(/\{\{[^<{}]*\}\}/g)];
  const { index, 0: command } = commands[which % commands.length] ?? { index: 0, 0: '' };
  return aDocx(body.slice(0, index) + body.slice(index + command.length));
}

function withoutField(data: object, which: number): object {
  const entries = Object.entries(data);
  return Object.fromEntries(entries.toSpliced(which % entries.length, 1));
}
