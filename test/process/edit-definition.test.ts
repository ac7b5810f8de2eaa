import { describe, expect, test } from 'vitest';
import { checkDefinition } from '#shared/domain/process/check-definition.ts';
import { activeRules, definitionSchema } from '#shared/domain/process/definition.ts';
import {
  addStage,
  allowMove,
  changeMovers,
  changeStage,
  changeTask,
  forbidMove,
  freeStageCode,
  removeStage,
  requireField,
  shiftStage,
  switchRule,
  transitionBetween,
} from '#shared/domain/process/edit-definition.ts';
import { reachableByHand } from '#shared/domain/process/move.ts';
import { orderDefinition, Story } from './an-order-process.ts';

const order = orderDefinition();
const codes = (definition = order): readonly string[] => definition.stages.map(({ code }) => code);

describe('stages in the editor', () => {
  test('are renamed, coloured, moved, added and taken away; the given definition stays as it was', () => {
    const renamed = changeStage(order, 'making', { title: 'В цехе', color: 'amber' });
    expect(renamed.stages[1]).toMatchObject({ title: 'В цехе', color: 'amber', requires: [{ field: 'shipDate' }] });
    expect(codes(shiftStage(order, 'making', 1)).slice(0, 3)).toEqual(['new', 'waiting', 'making']);
    expect(codes(shiftStage(order, 'new', -1))).toEqual(codes());
    const code = freeStageCode(order);
    expect(codes(addStage(order, 'new', code, 'Проверка')).slice(0, 3)).toEqual(['new', code, 'making']);
    expect(order.stages[1]?.title).toBe('Производство');
  });

  test('a stage that goes takes its moves with it, and the checker names the rules that still want it', () => {
    const without = removeStage(order, 'making');
    expect(transitionBetween(without, 'new', 'making')).toBeUndefined();
    expect(checkDefinition(without).map(({ message }) => message)).toContain('Нет стадии making.');
  });
});

describe('a rule that is switched off', () => {
  test('stays in the definition and does nothing', () => {
    const off = switchRule(order, 'contract', false);
    expect(off.rules).toHaveLength(order.rules.length);
    expect(activeRules(off)).toHaveLength(order.rules.length - 1);
    const story = new Story(off);
    story.begin();
    expect(story.state.tasks).toEqual([]);
    expect(switchRule(off, 'contract', true)).toEqual(order);
  });

  test('is seen by the checker: nobody makes its task any more', () => {
    expect(checkDefinition(switchRule(order, 'contract', false)).map(({ code }) => code)).toContain(
      'process.taskNeverMade',
    );
  });
});

describe('tasks and fields in the editor', () => {
  test('a task gets another person and another due date, or none', () => {
    const changed = changeTask(order, 'contract', { assignee: 'responsible', due: { endOfDay: true } });
    expect(changed.tasks[0]).toMatchObject({ assignee: 'responsible', due: { endOfDay: true } });
    expect(changeTask(order, 'contract', { due: null }).tasks[0]).not.toHaveProperty('due');
  });

  test('a field becomes required on entry, and no longer', () => {
    const wanted = requireField(order, 'shipping', 'sum', true);
    expect(wanted.stages[3]?.requires).toEqual([{ field: 'sum' }]);
    expect(requireField(wanted, 'shipping', 'sum', false).stages[3]).not.toHaveProperty('requires');
  });
});

describe('the matrix of moves', () => {
  test('lets people move a record, and takes one move away without touching the others', () => {
    const open = allowMove(order, 'making', 'waiting', ['responsible']);
    expect(reachableByHand(open, 'making')).toEqual(['waiting', 'refused']);
    expect(reachableByHand(forbidMove(open, 'making', 'waiting'), 'making')).toEqual(['refused']);
    const closed = forbidMove(order, 'making', 'refused');
    expect(reachableByHand(closed, 'making')).toEqual([]);
    expect(reachableByHand(closed, 'new')).toEqual(['making', 'refused']);
  });

  test('gives one move its own people and keeps its condition', () => {
    const changed = changeMovers(order, 'new', 'making', ['owner']);
    expect(transitionBetween(changed, 'new', 'making')).toMatchObject({
      who: ['owner'],
      when: { closed: ['contract'] },
    });
    expect(transitionBetween(changed, 'new', 'refused')?.who).toEqual(['responsible']);
  });

  test('whatever was edited is still a definition', () => {
    const edited = changeMovers(
      requireField(changeStage(order, 'making', { color: 'blue' }), 'waiting', 'sum', true),
      'new',
      'refused',
      ['anyone'],
    );
    expect(definitionSchema.safeParse(edited).success).toBe(true);
  });
});
