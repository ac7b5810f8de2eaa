import { useMemo } from 'react';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import type { TemplateRow } from './use-templates.ts';

export type BarTargets = {
  readonly current: TemplateRow | null;
  readonly busy: boolean;
  readonly onOpen: (row: TemplateRow) => Promise<unknown>;
  readonly onAdd: () => void;
  readonly onTrial: (row: TemplateRow) => Promise<unknown>;
  readonly onCheck: (row: TemplateRow) => Promise<unknown>;
  readonly onTurn: (row: TemplateRow) => Promise<unknown>;
  readonly onFields: () => void;
  readonly onVersions: () => void;
  readonly onRules: () => void;
  readonly onRemove: (row: TemplateRow) => Promise<unknown>;
};

/** Buttons of the page; what needs a template says so when there is none. */
export const useBar = (
  targets: BarTargets,
): { readonly bar: readonly BarAction[]; readonly rare: readonly BarAction[] } => {
  const { current, busy, onOpen, onAdd, onTrial, onCheck, onTurn, onFields, onVersions, onRemove, onRules } = targets;
  return useMemo(() => {
    const reason = current === null ? t.nothing : busy ? t.busy : null;
    const withCurrent = (
      action: Omit<BarAction, 'run'>,
      run: (row: TemplateRow) => Promise<unknown> | void,
    ): BarAction => ({
      ...action,
      run: () => {
        if (current) void run(current);
      },
      ...(reason === null ? {} : { disabledReason: reason }),
    });
    const bar: readonly BarAction[] = [
      withCurrent({ id: 'open', label: t.open, icon: 'external-link', keys: 'Enter', primary: true }, onOpen),
      { id: 'add', label: t.add, icon: 'file-plus', keys: 'Ctrl+O', run: onAdd },
      withCurrent({ id: 'trial', label: t.trial, icon: 'stack', keys: 'Ctrl+Enter' }, onTrial),
      withCurrent({ id: 'check', label: t.check, icon: 'refresh', keys: 'Ctrl+L' }, onCheck),
      { id: 'fields', label: t.fields, icon: 'search', keys: 'Ctrl+J', run: onFields },
      { id: 'rules', label: t.rules, keys: 'Ctrl+M', icon: 'list-check', run: onRules },
      withCurrent({ id: 'turn', label: current?.isOn ? t.off : t.on, keys: 'Ctrl+B', quiet: true }, onTurn),
    ];
    const rare: readonly BarAction[] = [
      withCurrent({ id: 'versions', label: t.versions, keys: 'Ctrl+Y', icon: 'history' }, onVersions),
      withCurrent({ id: 'remove', label: t.remove, keys: 'Ctrl+Del', icon: 'archive' }, onRemove),
    ];
    return { bar, rare };
  }, [current, busy, onOpen, onAdd, onTrial, onCheck, onTurn, onFields, onVersions, onRemove, onRules]);
};
