import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { taskTexts } from '#renderer/text/task-texts.ts';

const t = taskTexts.workday;

/** The day of a person: new requests go only to those who have begun it. */
export const useWorkday = () => {
  const day = useQueryCall('workday.get', {}).data;
  const { run } = useDeed();
  return useMemo(() => {
    const set = (state: 'off' | 'working' | 'break', words: string) => (): void =>
      void run('workday.set', { ...intent(), state }, () => words);
    const state = day?.state ?? 'off';
    return {
      words: day && t.since(state, day.since?.slice(11, 16) ?? ''),
      label: t[state],
      next: state === 'working' ? set('break', t.paused) : set('working', t.started),
      end: state === 'off' ? null : set('off', t.ended),
    };
  }, [day, run]);
};
