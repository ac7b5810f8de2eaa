import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { LocalTime } from '#shared/domain/process/local-time.ts';
import type { Fields, ProcessState } from '#shared/domain/process/state.ts';
import { nextWake } from '#shared/domain/process/timers.ts';
import { whyWaiting } from '#shared/domain/process/why-waiting.ts';
import type { ProcessInstance } from '../../ports/processes.ts';
import { titleOf } from './titles.ts';

type Place = Pick<ProcessInstance, 'id' | 'business' | 'recordId' | 'parentId' | 'weekKey' | 'title'>;

/** What lists show of a running process, written beside its state so that it need not be read for each row. */
export const instanceRow = (
  definition: ProcessDefinition,
  state: ProcessState,
  { id, business, recordId, parentId, weekKey, title }: Place,
  now: LocalTime,
): ProcessInstance => {
  const open = state.tasks.filter(({ status }) => status === 'open');
  const holding = open.filter(({ code }) =>
    definition.tasks.some((task) => task.code === code && task.isBackground !== true),
  );
  const [earliestDue = null] = holding.flatMap(({ dueAt }) => dueAt ?? []).toSorted();
  const wake = state.status === 'running' ? nextWake(state) : null;
  return {
    id,
    business,
    recordId,
    parentId,
    weekKey,
    code: state.definition.code,
    version: state.definition.version,
    title: titleOf(definition, state.fields) || title || definition.title,
    stage: state.stage,
    stageSince: state.stageSince,
    status: state.status,
    isOutside: state.isOutside,
    isIdle: state.status === 'running' && holding.length === 0 && wake === null && isShut(definition, state, now),
    owner: ownerOf(state),
    sum: sumOf(state.fields),
    nextWake: wake,
    openTasks: open.length,
    earliestDue,
  };
};

const isShut = (definition: ProcessDefinition, state: ProcessState, now: LocalTime): boolean =>
  whyWaiting(definition, state, now).action.kind === 'none';

/** Whoever answers for the record: the field of that name, else the owner, else the manager of a carriage. */
const ownerOf = ({ fields, owner }: ProcessState): string | null => {
  for (const code of ['responsible', 'owner', 'manager']) {
    const value = fields[code];
    if (typeof value === 'string' && value !== '') return value;
  }
  return owner;
};

const sumOf = (fields: Fields): number | null => {
  for (const code of ['sum', 'customerRate', 'ourRate', 'rate']) {
    const value = fields[code];
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  }
  return null;
};
