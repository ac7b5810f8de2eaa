import type { ProcessEvent } from '#shared/domain/process/events.ts';
import type { Element, Sets } from '#shared/domain/process/state.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import { SET_SOURCES } from './set-sources.ts';
import type { Running, Work } from './work.ts';

/** Events by which the world may have changed under a process; work on its own tasks does not change the world. */
const LOOKS_AROUND = new Set<ProcessEvent['kind']>(['started', 'signal', 'changed', 'moveAsked', 'timer']);

/**
 * The sets of a process as they are now, where they differ from what it knows: child records with their stages, lines of the order,
 * productions. What people wrote into an element (what this production has shipped) stays with it. Fields that come with the event
 * count already: a process that begins with its lines has them as a set from its first rule on.
 */
export const freshSets = (work: Work, running: Running, event: ProcessEvent): { readonly sets?: Sets } => {
  const { sets: declared = [] } = running.definition;
  if (declared.length === 0 || !LOOKS_AROUND.has(event.kind))
    return event.sets === undefined ? {} : { sets: event.sets };
  const known: Sets = { ...running.state.sets, ...event.sets };
  const state = { ...running.state, sets: known, fields: { ...running.state.fields, ...event.fields } };
  const changed: Record<string, readonly Element[]> = { ...event.sets };
  for (const { code, source } of declared) {
    const [kind = '', argument = ''] = source.split(':');
    const elements = SET_SOURCES[kind]?.(work, { ...running, state }, argument) ?? null;
    if (elements === null) continue;
    const merged = elements.map((element) => withOwn(element, known[code]));
    if (canonicalJson(merged) !== canonicalJson(known[code] ?? [])) changed[code] = merged;
  }
  return Object.keys(changed).length === 0 ? {} : { sets: changed };
};

const withOwn = (element: Element, known: readonly Element[] = []): Element => {
  const own = known.find(({ id }) => id === element.id)?.fields;
  return own === undefined ? element : { ...element, fields: { ...own, ...element.fields } };
};
