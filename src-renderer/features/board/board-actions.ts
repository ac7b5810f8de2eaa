import type { BoardCard, Funnel } from '#renderer/parts/process/shapes.ts';
import { boardTexts as t } from '#renderer/text/board-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';

type BoardMoves = {
  readonly current: BoardCard | null;
  readonly funnel: Funnel;
  readonly open: () => void;
  readonly move: () => void;
  readonly why: () => void;
  readonly create: () => void;
};

const unless = (condition: boolean, disabledReason: string): { disabledReason?: string } =>
  condition ? {} : { disabledReason };

/** Buttons of the board: the card opens on Enter, «M» moves it to any stage the process lets. */
export const boardActions = ({ current, funnel, open, move, why, create }: BoardMoves): readonly BarAction[] => [
  { id: 'open', label: t.open, keys: 'Enter', primary: true, run: open, ...unless(current !== null, t.nothing) },
  { id: 'move', label: t.move, keys: 'M', icon: 'arrow-right', run: move, ...unless(current !== null, t.nothing) },
  { id: 'why', label: t.why, keys: 'F4', icon: 'hand-stop', run: why, ...unless(current !== null, t.nothing) },
  {
    id: 'create',
    label: t.create,
    keys: 'Ins',
    icon: 'plus',
    run: create,
    ...unless(funnel.canCreate, funnel.isActive ? t.cannotCreate : t.isOff),
  },
];
