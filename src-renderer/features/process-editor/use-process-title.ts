import { useMemo } from 'react';
import type { ProcessTitle } from '#shared/domain/process/rule-sentence.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';

/** Titles of the other processes, for the sentences of rules that begin them. */
export const useProcessTitle = (): ProcessTitle => {
  const processes = useQueryCall('processes.list', {}).data?.items;
  return useMemo(() => {
    const titles = new Map((processes ?? []).map(({ code, title }) => [code, title]));
    return (code) => titles.get(code) ?? code;
  }, [processes]);
};
