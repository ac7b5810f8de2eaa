import { isFilled } from '#shared/domain/process/condition.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import { titleOf } from './titles.ts';
import type { EffectOf, Running, Work } from './work.ts';

/** Makes a record that a process asks for: with a process of its own, or an entry of a directory. */
export const createRecord = (work: Work, instanceId: string, effect: EffectOf<'create'>): void => {
  const running = work.get(instanceId);
  const fields = withElement(running, effect);
  const made =
    effect.process === null
      ? enter(work, running, effect, fields)
      : begin(work, running, effect, effect.process, fields);
  if (made === null) return;
  const { id, isLate, recordType } = effect;
  work.deed(instanceId, { id, kind: 'create', isLate, text: `Создано: ${made}`, body: { recordType, fields } });
};

/** A record made for an element of a set is named after it where its own fields do not. */
const withElement = ({ state }: Running, { elementId, fields }: EffectOf<'create'>): Fields => {
  const element = Object.values(state.sets)
    .flat()
    .find(({ id }) => id === elementId);
  return element === undefined || isFilled(fields['product']) ? fields : { ...fields, product: element.title };
};

const enter = (
  work: Work,
  { row, definition }: Running,
  { recordType, once, id }: EffectOf<'create'>,
  fields: Fields,
): string | null => {
  const { processes } = work.stores;
  // The id of a directory entry names the record that it came from: once means once for that record.
  const recordId = once ? `${recordType}:${row.recordId}` : id;
  if (processes.record(recordId) !== null) return null;
  const title = titleOf(definition, fields) || row.title;
  processes.saveRecord({ id: recordId, recordType, title, orderId: null, fields, createdAt: work.cause.now });
  return title;
};

const begin = (
  work: Work,
  running: Running,
  effect: EffectOf<'create'>,
  process: string,
  fields: Fields,
): string | null => {
  const { row, state } = running;
  const { processes } = work.stores;
  if (effect.once && processes.children(row.id).some(({ code }) => code === process)) return null;
  const definition = work.world.library.current(work.stores, process);
  if (definition === null) return null;
  const parentId = permanentParent(work, running, effect) ?? row.id;
  const begun = work.begin(definition, { parentId, fields, owner: state.owner, isHistory: work.isHistory(row.id) });
  return begun.ok ? `${definition.title}: ${work.get(begun.value).row.title}` : null;
};

/** The one deal of that client, found or begun. */
const permanentParent = (work: Work, { state, row }: Running, { under, fields }: EffectOf<'create'>): string | null => {
  if (under === null) return null;
  const value = fields[under.by];
  if (typeof value !== 'string' || value === '') return null;
  const found = work.stores.processes.withField(under.process, under.by, value);
  if (found !== null) return found.id;
  const definition = work.world.library.current(work.stores, under.process);
  if (definition === null) return null;
  const known = new Set(definition.fields.map(({ code }) => code));
  const own = Object.fromEntries(Object.entries(fields).filter(([code]) => known.has(code)));
  const begun = work.begin(definition, { fields: own, owner: state.owner, isHistory: work.isHistory(row.id) });
  return begun.ok ? begun.value : null;
};
