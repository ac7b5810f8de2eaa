import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { aDealAtTheLawyer, anOffice, type Office } from './a-desk.ts';

let office: Office;

beforeEach(async () => {
  office = await anOffice();
});
afterEach(() => office.core.close());

type Json = Record<string, unknown>;

const definitionOf = async (code: string): Promise<Json> =>
  unwrap(await office.admin.call('processes.get', { code })).definition;

const release = async (definition: Json, note = 'проба') => {
  unwrap(await office.admin.call('processes.saveDraft', { commandId: office.id(), definition }));
  const code = String(definition['code']);
  return unwrap(await office.admin.call('processes.release', { commandId: office.id(), code, note }));
};

describe('a definition', () => {
  test('released anew is for new records: those that run keep their version', async () => {
    const before = await aDealAtTheLawyer(office);
    const released = await release({ ...(await definitionOf('meat-order')), title: 'Воронка 2' });
    expect(released).toMatchObject({ version: 2, running: 1 });
    const after = await aDealAtTheLawyer(office);
    const card = unwrap(await office.admin.call('records.get', { id: before.instanceId }));
    expect([card.version, after.version]).toEqual([1, 2]);
    const { versions } = unwrap(await office.admin.call('processes.get', { code: 'meat-order' }));
    expect(versions.map(({ version, running }) => [version, running])).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  test('takes running records over by a map; a dry run says which cannot go and changes nothing', async () => {
    const deal = await aDealAtTheLawyer(office);
    const definition = await definitionOf('meat-order');
    const renamed = JSON.parse(JSON.stringify(definition).replaceAll('"confirmed"', '"agreed"')) as Json;
    await release(renamed, 'Стадия названа иначе');
    const ask = (stages: Record<string, string>, dryRun: boolean) =>
      office.admin.call('processes.migrate', {
        commandId: office.id(),
        code: 'meat-order',
        from: 1,
        to: 2,
        stages,
        dryRun,
      });
    const trial = unwrap(await ask({}, true));
    expect(trial.moved).toBe(0);
    expect(trial.refused.map(({ title, stage }) => [title, stage])).toEqual([
      ['№\u00A031, Гастроном', 'Заявка подтверждена'],
    ]);
    expect(unwrap(await office.admin.call('records.get', { id: deal.instanceId })).version).toBe(1);
    expect(unwrap(await ask({ confirmed: 'agreed' }, false))).toMatchObject({
      moved: 1,
      refused: [],
      foreignTasks: [],
    });
    const card = unwrap(await office.admin.call('records.get', { id: deal.instanceId }));
    expect(card).toMatchObject({ version: 2, stage: 'agreed' });
    // Nothing was lost on the way and nothing was done twice.
    expect(card.tasks.map(({ title, status }) => [title, status])).toEqual([
      ['Подготовить договор для клиента', 'open'],
    ]);
  });

  test.each([
    [
      'a role that is not there',
      { tasks: [{ code: 'x', title: 'Икс', assignee: { role: 'wizard' } }] },
      'process.unknown.roles',
    ],
    [
      'a guard on a field that is not there',
      {
        stages: [
          { code: 'a', title: 'А', kind: 'initial' },
          { code: 'b', title: 'Б', kind: 'success', requires: [{ field: 'ghost' }] },
        ],
      },
      'process.unknown.fields',
    ],
  ])('with %s may be kept as a draft, and is not released', async (_what, change, problem) => {
    const definition = { ...(await definitionOf('catalogue-result')), ...change };
    const draft = unwrap(await office.admin.call('processes.saveDraft', { commandId: office.id(), definition }));
    expect(draft.problems.map(({ code }) => code)).toContain(problem);
    const answer = await office.admin.call('processes.release', {
      commandId: office.id(),
      code: 'catalogue-result',
      note: 'проба',
    });
    expect(refused(answer).code).toBe('process.broken');
    // What was running goes on by the version before.
    const { version } = unwrap(await office.admin.call('processes.get', { code: 'catalogue-result', version: 1 }));
    expect(version).toBe(1);
  });

  test('of a wrong shape is refused with the place', async () => {
    const { problems } = unwrap(await office.admin.call('processes.check', { definition: { code: 'x', stages: 7 } }));
    expect(problems.map(({ where }) => where)).toContain('stages');
    const deep = unwrap(await office.admin.call('processes.check', { definition: { rules: nested(500) } }));
    expect(deep.problems[0]?.message).toContain('глубоко');
    expect(
      refused(await office.admin.call('processes.saveDraft', { commandId: office.id(), definition: {} })).code,
    ).toBe('process.broken');
  });

  test('is copied under another code, switched off until it is released and switched on', async () => {
    const copied = await office.admin.call('processes.copy', {
      commandId: office.id(),
      code: 'souvenir-lead',
      newCode: 'my-lead',
      title: 'Мой лид',
    });
    expect(unwrap(copied)).toEqual({ code: 'my-lead', version: 1 });
    const again = await office.admin.call('processes.copy', {
      commandId: office.id(),
      code: 'souvenir-lead',
      newCode: 'my-lead',
      title: 'Мой лид',
    });
    expect(refused(again).code).toBe('process.codeTaken');
    unwrap(await office.admin.call('processes.release', { commandId: office.id(), code: 'my-lead', note: 'проба' }));
    const { items } = unwrap(await office.admin.call('processes.list', {}));
    expect(items.find(({ code }) => code === 'my-lead')).toMatchObject({
      title: 'Мой лид',
      isActive: false,
      isShipped: false,
    });
  });

  test('is told in Russian sentences, with the people behind its roles', async () => {
    const { sentences, roles } = unwrap(await office.admin.call('processes.get', { code: 'meat-order' }));
    const texts = sentences.flatMap((stage) => stage.texts);
    expect(texts).toContain('Для перехода сюда нужно поле «Дата плановой отгрузки».');
    expect(texts.filter((text) => /undefined|\[object/u.test(text))).toEqual([]);
    expect(roles.find(({ code }) => code === 'lawyer')?.people).toEqual(['Сотрудник zakonov']);
  });

  test('is tried on past records: who would get which tasks, which roles nobody has', async () => {
    await aDealAtTheLawyer(office);
    const definition = await definitionOf('meat-order');
    const trial = unwrap(await office.admin.call('processes.simulate', { definition, onPast: 10 }));
    expect(trial.records).toBe(1);
    expect(trial.tasks.find(({ code }) => code === 'prepare-contract')).toMatchObject({
      who: 'Юрист: Сотрудник zakonov',
    });
    expect(trial.rolesWithoutPeople.map(({ title }) => title)).toEqual(['Финансовый директор']);
  });
});

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);
