import { useCallback, useState } from 'react';
import { isOverridable } from '#shared/domain/preflight/firm-rules.ts';
import type { Problem } from '#renderer/parts/findings.ts';

export type Override = { readonly rule: string; readonly reason: string };

/** Kinds that nothing blocks once these rules are let pass. */
export const kindsFreedBy = (
  problems: readonly Problem[],
  overrides: readonly Override[],
): readonly Problem['kinds'][number][] => {
  const passed = new Set(overrides.map(({ rule }) => rule));
  const blocks = problems.filter(({ severity }) => severity === 'block');
  const still = new Set(blocks.filter(({ rule }) => !passed.has(rule)).flatMap(({ kinds }) => kinds));
  return [...new Set(blocks.flatMap(({ kinds }) => kinds))].filter((kind) => !still.has(kind));
};

/** Reasons for which a person lets blocking findings pass; collected until nothing else stands in the way. */
export const useOverrides = (problems: readonly Problem[]) => {
  const [given, setGiven] = useState<readonly Override[]>([]);
  const blocked = new Set(problems.filter(({ severity }) => severity === 'block').map(({ rule }) => rule));
  // A finding that has been mended since wants no reason any more: the core would refuse to override nothing.
  const overrides = given.filter(({ rule }) => blocked.has(rule));
  const add = useCallback(
    (override: Override) => setGiven((before) => [...before.filter(({ rule }) => rule !== override.rule), override]),
    [],
  );
  const forget = useCallback(() => setGiven([]), []);
  return { overrides, add, forget };
};

/** A blocking finding that a person with the right may let pass. */
export const canOverride = ({ severity, rule }: Problem): boolean => severity === 'block' && isOverridable(rule);
