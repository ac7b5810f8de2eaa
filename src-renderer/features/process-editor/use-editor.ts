import { useCallback, useMemo, useState } from 'react';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';
import { readDefinition, type Finding } from './read-definition.ts';

const t = editorTexts.bar;

/** The core looks at the draft once the hand has rested. */
const REST_MS = 300;
const PAST_RECORDS = 200;

/** A process being changed: what stands in the base, what was changed and not saved, and what the checker says of it. */
export const useEditor = (code: string) => {
  const answer = useQueryCall('processes.get', { code });
  const { run, error, running: isBusy } = useDeed();
  const [draft, setDraft] = useState<ProcessDefinition | null>(null);
  const [isTried, setTried] = useState(false);
  const saved = useMemo(() => (answer.data ? readDefinition(answer.data.definition) : null), [answer.data]);
  const definition = draft ?? saved?.definition ?? null;
  const settled = useSettled(definition, REST_MS);
  const checked = useQueryCall(
    'processes.check',
    { definition: settled ?? {} },
    { enabled: settled !== null, keepsPrevious: true },
  );
  const trial = useQueryCall(
    'processes.simulate',
    { definition: settled ?? {}, onPast: PAST_RECORDS },
    { enabled: isTried && settled !== null, keepsPrevious: true },
  );
  /** What is wrong with the description itself: with it nothing is released. */
  const faults = useMemo<readonly Finding[]>(
    () => (definition === null ? (saved?.findings ?? []) : readDefinition(definition).findings),
    [definition, saved],
  );
  /** What only the core knows: roles without people. */
  const warnings = useMemo<readonly Finding[]>(() => {
    const known = new Set(faults.map(({ where, message }) => `${where}\n${message}`));
    const all = settled === definition ? (checked.data?.problems ?? []) : [];
    return all.filter(({ where, message }) => !known.has(`${where}\n${message}`));
  }, [faults, settled, definition, checked.data]);

  const change = useCallback(
    (edit: (definition: ProcessDefinition) => ProcessDefinition) =>
      setDraft((before) => {
        const base = before ?? saved?.definition ?? null;
        return base === null ? before : edit(base);
      }),
    [saved],
  );
  const save = useCallback(async () => {
    if (definition === null) return;
    const done = await run('processes.saveDraft', { ...intent(), definition }, ({ version }) => t.saved(version));
    if (done !== null) setDraft(null);
  }, [definition, run]);
  const release = useCallback(
    (note: string) => run('processes.release', { ...intent(), code, note }, ({ version }) => t.released(version)),
    [code, run],
  );
  const discard = useCallback(() => {
    setDraft(null);
    void run('processes.discardDraft', { ...intent(), code }, () => t.discarded);
  }, [code, run]);
  return {
    answer,
    definition,
    faults,
    warnings,
    isChanged: draft !== null,
    isBusy,
    error,
    trial: isTried ? trial : null,
    change,
    replace: setDraft,
    save,
    release,
    discard,
    undo: useCallback(() => setDraft(null), []),
    tryOut: useCallback(() => setTried(true), []),
    run,
  };
};

export type Editor = ReturnType<typeof useEditor>;
export type Change = Editor['change'];
