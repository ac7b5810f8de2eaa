import { useCallback, useEffect, useRef, useState } from 'react';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { cardKey, type SignCard } from './sign-groups.ts';

const t = signingTexts.queue;

/** A signature takes effect when the time to take it back has passed. */
const UNDO_MS = 10_000;

type Waiting = { readonly timer: ReturnType<typeof setTimeout>; readonly commit: () => Promise<boolean> };

/** Signing and rejecting. A signed card leaves at once, the core hears of it ten seconds later or when the screen closes. */
export const useSigning = () => {
  const { run, running, error } = useDeed();
  const { show } = useToasts();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, Waiting>());

  useEffect(() => {
    const unsent = waiting.current;
    return () => {
      for (const { timer, commit } of unsent.values()) {
        clearTimeout(timer);
        void commit();
      }
      unsent.clear();
    };
  }, []);

  const later = useCallback(
    (cards: readonly SignCard[], text: string, commit: () => Promise<boolean>): void => {
      const key = crypto.randomUUID();
      const bringBack = (): void =>
        setLeft((before) => new Set([...before].filter((one) => !cards.some((card) => cardKey(card) === one))));
      const timer = setTimeout(() => {
        waiting.current.delete(key);
        void commit().then((done) => {
          if (!done) bringBack();
        });
      }, UNDO_MS);
      waiting.current.set(key, { timer, commit });
      setLeft((before) => new Set([...before, ...cards.map(cardKey)]));
      show({
        text,
        undo: () => {
          if (!waiting.current.delete(key)) show({ text: t.tooLate });
          else {
            clearTimeout(timer);
            bringBack();
          }
        },
      });
    },
    [show],
  );

  const sign = useCallback(
    (card: SignCard): void => {
      const own = { ...intent(), id: card.id, version: card.version };
      later([card], t.signing(paperName(card)), async () => {
        const answer = await run('signing.sign', own, () => t.signed(paperName(card)));
        return answer !== null;
      });
    },
    [later, run],
  );
  const signMany = useCallback(
    (cards: readonly SignCard[]): void => {
      const own = { ...intent(), ids: cards.map(({ id }) => id) };
      later(cards, t.signingMany(cards.length), async () => {
        const answer = await run('signing.signMany', own, ({ signed, items }) => t.signedMany(signed, items.length));
        return answer !== null && answer.signed === cards.length;
      });
    },
    [later, run],
  );
  const reject = useCallback(
    async (card: SignCard, reason: string): Promise<void> => {
      await run('signing.reject', { ...intent(), id: card.id, reason }, () => t.rejected(paperName(card)));
    },
    [run],
  );
  return { sign, signMany, reject, left, running, error };
};
