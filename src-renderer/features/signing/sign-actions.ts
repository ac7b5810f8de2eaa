import { capitalize } from '#shared/kernel/text.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { SignCard } from './sign-groups.ts';

const t = signingTexts.queue;

type SignDeeds = {
  /** The card under the hand, and what Enter would sign. */
  readonly current: SignCard | null;
  readonly chosen: readonly SignCard[];
  readonly canSign: boolean;
  /** The page of the current card has stood on the screen. */
  readonly isShown: boolean;
  readonly hasDeviations: boolean;
  readonly sign: () => void;
  readonly reject: () => void;
  readonly next: () => void;
  readonly nextDeviation: () => void;
};

/** The director's keys (product.md §7.4). */
export const signActions = (deeds: SignDeeds): readonly BarAction[] => {
  const { current, chosen, canSign, isShown, hasDeviations } = deeds;
  const isBatch = chosen.length > 1 || (chosen.length === 1 && chosen[0]?.id !== current?.id);
  const noCard = !canSign ? t.reasons.noRight : current === null ? t.reasons.nothing : null;
  const barred = !isBatch && current?.group === 'barred' ? (current.reasons[0] ?? t.groups.barred) : null;
  const unseen = !isBatch && !isShown ? t.reasons.notShown : null;
  return [
    {
      id: 'sign',
      label: isBatch ? t.signMany(chosen.length) : t.sign,
      keys: 'Enter',
      icon: 'signature',
      primary: true,
      run: deeds.sign,
      ...because(noCard ?? barred ?? unseen),
    },
    { id: 'reject', label: t.reject, keys: 'Backspace', run: deeds.reject, ...because(noCard) },
    {
      id: 'next',
      label: t.next,
      keys: 'Right',
      run: deeds.next,
      ...because(current === null ? t.reasons.nothing : null),
    },
    ...(hasDeviations
      ? [{ id: 'deviation', label: t.nextDeviation, keys: 'N', quiet: true, run: deeds.nextDeviation }]
      : []),
  ];
};

const because = (reason: string | null) => (reason === null ? {} : { disabledReason: capitalize(reason) });
