import { useCallback, useRef, useState } from 'react';
import { errorParts } from '#shared/text/error-texts.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { intent } from '#renderer/parts/use-deed.ts';
import { createBeeper, readSound, writeSound } from './sound.ts';
import { withTake, type Take } from './taken-log.ts';

export type TakenAs = 'original' | 'scan';

/** Codes from the scanner, one after another: a scanner is faster than the base, and no code may be lost or overtaken. */
export const useReception = () => {
  const client = useClient();
  const [takes, setTakes] = useState<readonly Take[]>([]);
  const [sound, setSound] = useState(readSound);
  const beep = useRef(createBeeper());
  const isLoud = useRef(sound);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const takeOne = useCallback(
    async (id: string, code: string, as: TakenAs): Promise<void> => {
      const answer = await client.call('reception.take', { ...intent(), code, as });
      const take: Take = answer.ok
        ? { id, code, outcome: answer.value.outcome, answer: answer.value }
        : { id, code, outcome: 'wrong', refusal: errorParts(answer.error) };
      setTakes((before) => withTake(before, take));
      if (isLoud.current) beep.current(take.outcome === 'taken' ? 'taken' : 'wrong');
    },
    [client],
  );
  const take = useCallback(
    (code: string, as: TakenAs): void => {
      const id = crypto.randomUUID();
      setTakes((before) => withTake(before, { id, code, outcome: 'checking' }));
      queue.current = queue.current.then(() => takeOne(id, code, as));
    },
    [takeOne],
  );
  const toggleSound = useCallback(() => {
    isLoud.current = !isLoud.current;
    writeSound(isLoud.current);
    setSound(isLoud.current);
  }, []);
  return { takes, take, sound, toggleSound };
};
