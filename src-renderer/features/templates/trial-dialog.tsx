import { useMemo, useState } from 'react';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import styles from './templates.module.css';
import type { Trial } from './use-templates.ts';

type TrialRow = Trial['items'][number];

const columns: readonly TableColumn<TrialRow>[] = [
  { id: 'order', title: t.trialDialog.order, width: 110, cell: ({ order }) => <b>{order}</b> },
  { id: 'party', title: t.trialDialog.party, width: 260, cell: ({ counterparty }) => counterparty },
  {
    id: 'result',
    title: t.trialDialog.result,
    width: 'rest',
    cell: ({ problems: [first] }) => {
      const text = first ? `${first.message} ${first.where}` : t.trialDialog.good;
      return <span title={text}>{text}</span>;
    },
  },
  {
    id: 'pages',
    title: t.trialDialog.pages,
    width: 90,
    align: 'right',
    figure: true,
    cell: ({ pages }) => pages ?? '',
  },
];

/** What the template makes of the latest orders, those that failed first. */
export const TrialDialog = ({ trial, onClose }: { readonly trial: Trial; readonly onClose: () => void }) => {
  const [wanted, setWanted] = useState<string | null>(null);
  const groups = useMemo(
    () => [{ id: 'orders', rows: trial.items.toSorted((a, b) => b.problems.length - a.problems.length) }],
    [trial],
  );
  const note = trial.engine === null ? `${t.trialDialog.note} ${t.trialDialog.noPages}` : t.trialDialog.note;
  return (
    <Dialog opened wide title={t.trialDialog.title} note={note} onClose={onClose}>
      <div className={styles.table}>
        <DataTable
          label={t.trialDialog.title}
          columns={columns}
          groups={groups}
          rowId={idOf}
          current={wanted ?? groups[0]?.rows[0]?.orderId ?? null}
          onCurrentChange={setWanted}
          empty={<Empty title={t.trialDialog.none} />}
        />
      </div>
    </Dialog>
  );
};

const idOf = ({ orderId }: TrialRow): string => orderId;
