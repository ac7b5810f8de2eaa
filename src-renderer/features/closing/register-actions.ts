import { capitalize } from '#shared/kernel/text.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { moveLabel, type Tellable } from './paper-moves.ts';
import type { RegisterRow } from './register-filter.ts';

const t = closingTexts.register;

type RegisterDeeds = {
  readonly current: RegisterRow | null;
  readonly main: Tellable | null;
  /** Marked documents that the accountant has taken: they are entered into 1C together. */
  readonly enterable: readonly RegisterRow[];
  readonly move: (move: Tellable) => void;
  readonly enter: () => void;
  readonly print: () => void;
  readonly exportAll: () => void;
  readonly openOrder: () => void;
};

/** The usual next step is the blue button; what concerns all rows stands after it. */
export const registerActions = (deeds: RegisterDeeds): readonly BarAction[] => {
  const { current, main, enterable } = deeds;
  const noRow = current === null ? { disabledReason: capitalize(t.nothing) } : {};
  const first: BarAction =
    enterable.length > 0
      ? { id: 'enter', label: t.enterMarked(enterable.length), keys: 'Ctrl+Enter', primary: true, run: deeds.enter }
      : main === null
        ? {
            id: 'move',
            label: closingTexts.moves.next,
            keys: 'Ctrl+Enter',
            primary: true,
            run: () => undefined,
            disabledReason: capitalize(t.noMove),
          }
        : { id: 'move', label: moveLabel(main), keys: 'Ctrl+Enter', primary: true, run: () => deeds.move(main) };
  return [
    first,
    {
      id: 'order',
      label: t.openOrder,
      keys: 'Enter',
      run: deeds.openOrder,
      ...(current?.orderId ? {} : { disabledReason: capitalize(t.noOrder) }),
    },
    { id: 'print', label: t.print, keys: 'Ctrl+P', icon: 'printer', run: deeds.print, ...noRow },
    { id: 'export', label: t.export, keys: 'Ctrl+E', icon: 'download', quiet: true, run: deeds.exportAll },
  ];
};
