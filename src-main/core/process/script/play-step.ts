import type { ScriptStep } from '#shared/contract/process-script.ts';
import { localTime } from '#shared/domain/process/local-time.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import type { Actor } from '#shared/domain/process/state.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { inheritedFrom } from '../inherit.ts';
import type { Work } from '../work.ts';
import type { Player } from './player.ts';

type StepOf<Kind extends ScriptStep['do']> = Extract<ScriptStep, { do: Kind }>;
type Answer = Result<unknown, readonly Refusal[]>;

/** Does one step; null when it went as the story says, else what went otherwise. */
export const playStep = (player: Player, step: ScriptStep): string | null => {
  switch (step.do) {
    case 'start':
      return expectAnswer(start(player, step), step.refused);
    case 'close':
      return close(player, step);
    case 'move':
      return onRecord(player, step.record, (id) =>
        expectAnswer(
          player.act(step.by, (work) =>
            work.tell(id, {
              kind: 'moveAsked',
              to: step.to,
              by: actorOf(work, player, step.by),
              fields: step.fields ?? {},
            }),
          ),
          step.refused,
        ),
      );
    case 'change':
      return onRecord(player, step.record, (id) => expectAnswer(change(player, id, step), step.refused));
    case 'put':
      return onRecord(player, step.record, (id) =>
        expectAnswer(
          player.act(step.by, (work) =>
            work.tell(id, { kind: 'taskPut', code: step.task, by: actorOf(work, player, step.by) }),
          ),
          step.refused,
        ),
      );
    case 'signal':
      return onRecord(player, step.record, (id) =>
        expectAnswer(
          player.act(undefined, (work) =>
            work.tell(id, { kind: 'signal', name: step.event, payload: step.payload ?? {} }),
          ),
          undefined,
        ),
      );
    case 'wait':
      player.waitUntil(localTime(step.until));
      return null;
    case 'off':
      player.stage.clock.set(localTime(step.until));
      player.runner.tick();
      return null;
    case 'workday':
      player.stage.base.write((stores) =>
        stores.processes.setWorkday({
          userId: asId(step.person),
          state: step.state,
          since: player.stage.clock.moment(),
        }),
      );
      return null;
    case 'directory':
      player.stage.base.write((stores) =>
        stores.processes.saveRecord({
          id: step.id ?? player.stage.random.uuid(),
          recordType: step.type,
          title: step.title,
          orderId: null,
          fields: step.fields ?? {},
          createdAt: player.stage.clock.moment(),
        }),
      );
      return null;
  }
};

const onRecord = (player: Player, record: string, action: (id: string) => string | null): string | null => {
  const id = player.idOf(record);
  return id === null ? `записи «${record}» нет` : action(id);
};

const expectAnswer = (answer: Answer, refused: string | undefined): string | null => {
  if (answer.ok) return refused === undefined ? null : `ждали отказа «${refused}», а его нет`;
  const said = answer.error.map(({ message }) => message).join(' ');
  if (refused === undefined) return said;
  return said.includes(refused) ? null : `отказ другой: ${said}`;
};

const actorOf = (work: Work, { business }: Player, id: string): Actor => {
  const user = work.people.users.get(id);
  return user === undefined ? { userId: id, roles: [] } : work.people.actor(business, user);
};

const start = (player: Player, step: StepOf<'start'>): Answer => {
  const parentId = step.parent === undefined ? null : player.idOf(step.parent);
  const begun = player.act(step.by, (work) => {
    const definition = player.runner.library.current(work.stores, step.process);
    if (definition === null)
      return err([{ code: 'process.unknown', message: `процесса «${step.process}» нет`, fields: [] }]);
    const by = step.by === undefined ? null : actorOf(work, player, step.by);
    const above = parentId === null ? null : work.get(parentId);
    const inherited =
      above === null || by === null
        ? {}
        : inheritedFrom(definition, {
            recordType: above.definition.recordType,
            recordId: above.row.recordId,
            fields: above.state.fields,
          });
    return work.begin(definition, {
      fields: { ...inherited, ...step.fields },
      sets: step.sets ?? {},
      owner: step.owner ?? null,
      ...(by !== null && { by }),
      ...(parentId !== null && {
        parentId,
        ...(isOnSameRecord(work, parentId, definition.recordType) && { recordId: work.get(parentId).row.recordId }),
      }),
      ...(step.stage !== undefined && { stage: step.stage }),
    });
  });
  if (begun.ok && step.as !== undefined) player.named.set(step.as, begun.value);
  return begun;
};

/** A process over the same kind of record works on that record; a paper or a refusal begun from an order is one of its own. */
const isOnSameRecord = (work: Work, parentId: string, recordType: string): boolean =>
  work.get(parentId).definition.recordType === recordType;

const change = (player: Player, id: string, { by, fields = {}, sets }: StepOf<'change'>): Answer =>
  player.act(by, (work) => {
    const actor = by === undefined ? null : actorOf(work, player, by);
    const told = work.tell(id, { kind: 'changed', by: actor, fields, ...(sets && { sets }) });
    if (told.ok) work.tellOthers(id, fields);
    return told;
  });

const close = (player: Player, step: StepOf<'close'>): string | null =>
  onRecord(player, step.record, (id) => {
    const open = player.stage.base.read.processes
      .tasksOf(id)
      .filter(
        ({ code, status, elementId }) =>
          code === step.task && status === 'open' && (step.element === undefined || step.element === elementId),
      );
    if (open.length === 0) return `открытой задачи «${step.task}» нет`;
    for (const task of step.all === true ? open : open.slice(0, 1)) {
      const problem = expectAnswer(closeOne(player, id, task.id, step), step.refused);
      if (problem !== null) return problem;
    }
    return null;
  });

const closeOne = (player: Player, id: string, taskId: string, step: StepOf<'close'>): Answer => {
  const { by, result = null, comment = '', files = 1, checklist = true, fields, sets } = step;
  return player.act(by, (work) => {
    const report = { result, comment, files, isChecklistDone: checklist };
    const actor = by === undefined ? null : actorOf(work, player, by);
    const told = work.tell(id, {
      kind: 'taskDone',
      taskId,
      report,
      by: actor,
      ...(fields && { fields }),
      ...(sets && { sets }),
    });
    return told.ok ? ok(null) : told;
  });
};
