import type { EffectOf, Work } from './work.ts';

/** Hands an event to other processes: to the one it was begun by, to those it began, to records paired with this one, to a set. */
export const sendEvent = (work: Work, instanceId: string, { event, to, payload }: EffectOf<'send'>): void => {
  for (const id of receiversOf(work, instanceId, to)) {
    const { row } = work.get(id);
    if (row.status === 'running') work.tell(id, { kind: 'signal', name: event, payload });
  }
};

const receiversOf = (work: Work, instanceId: string, to: EffectOf<'send'>['to']): readonly string[] => {
  const { row, state } = work.get(instanceId);
  const { processes } = work.stores;
  switch (to) {
    case 'parent':
      return row.parentId === null ? [] : [row.parentId];
    case 'children':
      return processes.children(instanceId).map(({ id }) => id);
    case 'set': {
      const elements = Object.values(state.sets).flatMap((set) => set.map(({ id }) => id));
      return [...new Set(elements)].filter((id) => work.find(id) !== null);
    }
    case 'linked':
      return linkedTo(work, instanceId);
  }
};

/** Records paired with this one: made from it, or it from them, or named in its fields. */
const linkedTo = (work: Work, instanceId: string): readonly string[] => {
  const { row, state } = work.get(instanceId);
  const { processes } = work.stores;
  const named = Object.values(state.fields).flatMap((value) =>
    typeof value === 'string' && processes.record(value) !== null ? processes.ofRecord(value) : [],
  );
  const parent = row.parentId === null ? [] : [work.get(row.parentId).row];
  const paired = [...parent, ...processes.children(instanceId), ...named];
  return [...new Set(paired.filter(({ recordId }) => recordId !== row.recordId).map(({ id }) => id))];
};
