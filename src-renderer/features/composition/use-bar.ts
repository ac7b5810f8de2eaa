import { useMemo } from 'react';
import { compositionTexts as t } from '#renderer/text/composition-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { RuleRow } from './rule-columns.tsx';
import type { Composition } from './use-composition.ts';

type BarTargets = {
  readonly composition: Composition;
  readonly current: RuleRow | null;
  readonly count: number;
  readonly onAdd: () => void;
  readonly onImport: () => void;
  readonly onLimits: () => void;
  readonly onFacsimiles: () => void;
};

const unless = (condition: boolean, disabledReason: string): { disabledReason?: string } =>
  condition ? {} : { disabledReason };

/** Buttons of the page: what is done often stands in the bar, the rest beside the trial. */
export const useBar = ({
  composition,
  current,
  count,
  onAdd,
  onImport,
  onLimits,
  onFacsimiles,
}: BarTargets): { readonly bar: readonly BarAction[]; readonly rare: readonly BarAction[] } =>
  useMemo(() => {
    const { isChanged, isSaving, answer, change, move, remove, save, undo, reset, write } = composition;
    const withCurrent = (run: (row: RuleRow) => void) => (): void => {
      if (current) run(current);
    };
    const bar: readonly BarAction[] = [
      {
        id: 'save',
        label: t.save,
        keys: 'Ctrl+Enter',
        icon: 'check',
        primary: true,
        run: save,
        ...unless(isChanged && !isSaving, t.nothing),
      },
      {
        id: 'turn',
        label: current?.isOn ? t.turnOff : t.turnOn,
        keys: 'Ctrl+B',
        run: withCurrent(({ id, isOn }) => change(id, { isOn: !isOn })),
      },
      {
        id: 'up',
        label: t.up,
        keys: 'Alt+Up',
        run: withCurrent(({ id }) => move(id, -1)),
        ...unless((current?.index ?? 1) > 1, t.atTop),
      },
      {
        id: 'down',
        label: t.down,
        keys: 'Alt+Down',
        run: withCurrent(({ id }) => move(id, 1)),
        ...unless((current?.index ?? count) < count, t.atEnd),
      },
      { id: 'add', label: t.add, keys: 'Ctrl+O', icon: 'plus', run: onAdd },
      { id: 'remove', label: t.remove, keys: 'Ctrl+Del', quiet: true, run: withCurrent(({ id }) => remove(id)) },
    ];
    const rare: readonly BarAction[] = [
      { id: 'undo', label: t.undo, keys: 'Ctrl+Backspace', run: undo, ...unless(isChanged, t.nothing) },
      { id: 'export', label: t.export, keys: 'Ctrl+J', icon: 'download', run: write },
      { id: 'import', label: t.import, keys: 'Ctrl+L', icon: 'file-import', run: onImport },
      { id: 'limits', label: t.limits, keys: 'Ctrl+M', icon: 'settings', run: onLimits },
      { id: 'facsimiles', label: t.facsimiles, keys: 'Ctrl+G', icon: 'signature', run: onFacsimiles },
      {
        id: 'reset',
        label: t.reset,
        keys: 'Ctrl+Y',
        icon: 'history',
        run: reset,
        ...unless(answer.data?.isDefault === false || isChanged, t.isShipped),
      },
    ];
    return { bar, rare };
  }, [composition, current, count, onAdd, onImport, onLimits, onFacsimiles]);
