import { useCallback, useMemo, useState } from 'react';
import type { PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { packRules } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import { saveBytes } from '#renderer/parts/save-file.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { compositionTexts as t } from '#renderer/text/composition-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';

const NO_RULES: readonly PackRule[] = [];
/** The core looks at the draft once the hand has rested. */
const REST_MS = 250;

/** A rule id that the list does not have. */
const freeId = (rules: readonly PackRule[]): string => {
  for (let number = rules.length + 1; ; number += 1)
    if (rules.every(({ id }) => id !== `own-${number}`)) return `own-${number}`;
};

/** The rules in force and what a person has changed of them without saving; the core says what the draft would do. */
export const useComposition = () => {
  const answer = useQueryCall('composition.get', {});
  const { mutate: save, error: refusal, isPending } = useCommandCall('composition.save');
  const { show } = useToasts();
  const [draft, setDraft] = useState<readonly PackRule[] | null>(null);
  const [order, setOrder] = useState('');
  const rules = draft ?? answer.data?.rules ?? NO_RULES;

  const asked = useMemo(
    () => ({ rules: [...rules], ...(order.trim() === '' ? {} : { order: order.trim() }) }),
    [rules, order],
  );
  const settled = useSettled(asked, REST_MS);
  const tried = useQueryCall('composition.try', settled, {
    enabled: settled.rules.length > 0,
    keepsPrevious: true,
  });

  const change = useCallback(
    (id: string, next: Partial<PackRule>) =>
      setDraft(rules.map((rule) => (rule.id === id ? { ...rule, ...next } : rule))),
    [rules],
  );
  const move = useCallback(
    (id: string, by: -1 | 1) => {
      const from = rules.findIndex((rule) => rule.id === id);
      const rule = rules[from];
      if (!rule) return;
      const rest = rules.filter((one) => one !== rule);
      setDraft([...rest.slice(0, from + by), rule, ...rest.slice(from + by)]);
    },
    [rules],
  );
  const add = useCallback(
    (after: string | null): string => {
      const id = freeId(rules);
      const rule: PackRule = { id, isOn: false, effect: 'include', kind: 'invoice', when: [], reason: t.newReason };
      const at = rules.findIndex((one) => one.id === after) + 1;
      setDraft([...rules.slice(0, at), rule, ...rules.slice(at)]);
      return id;
    },
    [rules],
  );
  const remove = useCallback((id: string) => setDraft(rules.filter((rule) => rule.id !== id)), [rules]);
  const keep = useCallback(
    (next: readonly PackRule[] | null) =>
      save(
        { commandId: crypto.randomUUID(), rules: next === null ? null : [...next] },
        {
          onSuccess: () => {
            setDraft(null);
            show({ text: next === null ? t.wasReset : t.saved });
          },
        },
      ),
    [save, show],
  );
  const take = useCallback(
    async (file: Blob) => {
      const read = packRules.safeParse(parsed(await file.text()));
      if (read.success) setDraft(read.data);
      show({ text: read.success ? t.loaded(read.data.length) : t.notRules });
    },
    [show],
  );
  const write = useCallback(
    () => saveBytes('Состав комплекта.json', [new TextEncoder().encode(`${JSON.stringify(rules, null, 2)}\n`)]),
    [rules],
  );

  return {
    answer,
    rules,
    isChanged: draft !== null,
    /** What the core said of the draft; a moment behind the hand. */
    seen: tried.data ?? null,
    trialError: order.trim() === '' ? null : tried.error,
    refusal,
    isSaving: isPending,
    order,
    setOrder,
    change,
    move,
    add,
    remove,
    save: useCallback(() => keep(rules), [keep, rules]),
    reset: useCallback(() => keep(null), [keep]),
    undo: useCallback(() => setDraft(null), []),
    take,
    write,
  };
};

export type Composition = ReturnType<typeof useComposition>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema refuses it in words.
    return null;
  }
};
