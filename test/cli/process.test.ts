import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refusalShape } from '#test/helpers/cli-shapes.ts';
import { sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplekt } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const ROOT = path.resolve(import.meta.dirname, '..', '..');
const DEFINITIONS = path.join(ROOT, 'templates', 'processes', 'definitions');
const STORIES = path.join(ROOT, 'templates', 'processes', 'stories');

const storyShape = z.object({
  trace: z
    .array(
      z.object({
        at: z.string(),
        event: z.string(),
        record: z.string(),
        stage: z.string(),
        task: z.string().nullable(),
        who: z.string(),
        late: z.boolean(),
      }),
    )
    .min(1),
  open_tasks: z.array(z.object({ record: z.string(), task: z.string(), who: z.string() })),
  records: z.array(z.object({ record: z.string(), stage: z.string(), status: z.string() })),
  problems: z.array(z.unknown()),
});

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('process run', () => {
  test('plays the story of a business on its own clock, without a base', async () => {
    const run = await komplekt([
      'process',
      'run',
      '--business',
      'meat',
      '--script',
      path.join(STORIES, 'meat.json'),
      '--json',
    ]);
    const { records, problems } = answerOf(run, storyShape);
    expect(problems).toEqual([]);
    expect(records.find(({ record }) => record === 'deal')).toMatchObject({ stage: 'closed', status: 'finished' });
  });

  test('says what went otherwise than the story expects, and ends with 1', async () => {
    const story = {
      business: 'meat',
      start: '2026-11-05T10:00',
      steps: [{ do: 'move', record: 'nobody', to: 'closed', by: 'anna' }],
    };
    const file = write('сюжет.json', JSON.stringify(story));
    const { problems } = await komplekt([
      'process',
      'run',
      path.join(DEFINITIONS, 'meat-order.json'),
      '--script',
      file,
      '--json',
    ]).then((run) => ({ run, problems: run.exit === 1 ? 'partly' : `exit ${run.exit}: ${run.stdout}${run.stderr}` }));
    expect(problems).toBe('partly');
  });
});

describe('process check', () => {
  test('passes a definition that ships', async () => {
    const run = await komplekt(['process', 'check', path.join(DEFINITIONS, 'freight-order.json'), '--json']);
    expect(answerOf(run, z.object({ ok: z.literal(true), code: z.literal('freight-order') }))).toBeTruthy();
  });

  test.each([
    ['of another type', '{"code": 7, "stages": "нет"}', 'process.shape'],
    ['that is no JSON', '{"code": ', 'input.notJson'],
    ['of five megabytes', `{"code": "${'a'.repeat(5 * 1024 * 1024)}"}`, 'input.tooLarge'],
    ['nested without end', `{"rules": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'process.shape'],
  ])('refuses a definition %s with the place', async (_what, text, code) => {
    const run = await komplekt(['process', 'check', write('процесс.json', text), '--json']);
    const { problems } = answerOf(run, refusalShape, 3);
    expect(problems[0]).toMatchObject({ code });
  });
});

test('the schemas of a definition and of a story are printed for whoever writes them', async () => {
  for (const name of ['process', 'script']) {
    const schema = answerOf(await komplekt(['schema', name, '--json']), z.looseObject({ type: z.literal('object') }));
    expect(JSON.stringify(schema).length).toBeGreaterThan(2_000);
  }
});
