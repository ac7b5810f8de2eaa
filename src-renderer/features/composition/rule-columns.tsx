import type { PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import { compositionTexts as t } from '#renderer/text/composition-texts.ts';
import type { TableColumn } from '#renderer/ui/data-table.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';

export type RuleRow = PackRule & {
  readonly index: number;
  readonly sentence: string;
  readonly problem: { readonly message: string; readonly blocks: boolean } | null;
};

export const ruleColumns: readonly TableColumn<RuleRow>[] = [
  { id: 'index', title: t.columns.index, width: 44, align: 'right', figure: true, cell: ({ index }) => index },
  {
    id: 'rule',
    title: t.columns.rule,
    width: 'rest',
    cell: ({ sentence }) => <span title={sentence}>{sentence}</span>,
  },
  {
    id: 'state',
    title: t.columns.state,
    width: 130,
    cell: ({ isOn, problem }) =>
      problem?.blocks ? (
        <StatusChip tone="impossible">{t.broken}</StatusChip>
      ) : (
        <StatusChip tone={isOn ? 'settled' : 'waiting'}>{isOn ? t.on : t.off}</StatusChip>
      ),
  },
];
