import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { packRules } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { documentCardShape, documentListShape, packShape } from '#test/helpers/cli-shapes.ts';
import { anOrder, makeBase, sharedFolder, writeJson } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn, type Run } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
let run: (...words: readonly string[]) => Promise<Run>;
let file = '';

beforeAll(async () => {
  file = path.join(folder, 'Состав комплекта.json');
  run = komplektOn(await makeBase(folder, 'Состав', [anOrder('С-1')]));
});

const view = z.object({ rules: packRules, sentences: z.array(z.string()), isDefault: z.boolean() });
const refusal = z.object({ problems: z.array(z.object({ code: z.string(), message: z.string() })).min(1) });

test('the composition goes to a file, comes back changed, decides the pack, and is put back', async () => {
  expect(answerOf(await run('pack-rules', 'list', '-o', file, '--json'), view).isDefault).toBe(true);
  const rules = packRules.parse(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify(rules.filter(({ kind }) => kind !== 'upd')));
  const tried = answerOf(
    await run('pack-rules', 'try', file, 'С-1', '--json'),
    z.object({ trial: z.object({ items: z.array(z.object({ kind: z.string() })) }) }),
  );
  expect(tried.trial.items.map(({ kind }) => kind)).toEqual(['invoice']);
  expect(answerOf(await run('pack-rules', 'import', file, '--json'), view).isDefault).toBe(false);
  const made = answerOf(await run('pack', 'С-1', '--date', '2026-11-20', '--json'), packShape);
  expect(made.issued.map(({ kind }) => kind)).toEqual(['invoice']);
  expect(answerOf(await run('pack-rules', 'reset', '--json'), view).isDefault).toBe(true);
});

test('rules with a word that nobody knows are refused with a sentence, and nothing changes', async () => {
  const wrong = {
    id: 'a',
    isOn: true,
    effect: 'include',
    kind: 'upd',
    when: [{ fact: 'погода', is: ['x'] }],
    reason: 'Так',
  };
  const refused = answerOf(
    await run('pack-rules', 'import', writeJson(folder, 'плохие.json', [wrong]), '--json'),
    refusal,
    3,
  );
  expect(refused.problems[0]?.message).toMatch(/Условия «погода» нет/u);
  expect(answerOf(await run('pack-rules', 'list', '--json'), view).isDefault).toBe(true);
});

test('a счет-фактура made anew is an исправление with its reason; the medium is the one that was asked for', async () => {
  const paper = await run('pack', 'С-1', '--kinds', 'upd', '--medium', 'paper', '--date', '2026-11-20', '--json');
  expect(answerOf(paper, packShape).issued).toHaveLength(1);
  const { items } = answerOf(await run('documents', 'list', '--json'), documentListShape);
  const upd = items.find(({ kind }) => kind === 'upd');
  expect(upd?.medium).toBe('paper');
  const again = await run('documents', 'reissue', upd?.id ?? '', '--force', '--reason', 'Описка в адресе', '--json');
  expect(answerOf(again, documentCardShape)).toMatchObject({
    version: 2,
    versions: [{}, { reason: 'Описка в адресе' }],
  });
  const wrong = await run('pack', 'С-1', '--medium', 'голубем', '--json');
  expect(wrong.exit).toBe(2);
});

test('pictures of a stamp are refused in words where the company keeps none', async () => {
  const stamped = await run('pack', 'С-1', '--kinds', 'act', '--facsimile', '--date', '2026-11-20', '--json');
  expect(answerOf(stamped, refusal, 3).problems[0]?.code).toBe('facsimile.none');
});
