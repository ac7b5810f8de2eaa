import { useMemo, useState } from 'react';
import { momentInWords } from '#renderer/text/dates.ts';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './templates.module.css';
import type { TemplateRow } from './use-templates.ts';

type Version = TemplateRow['versions'][number];

type VersionsDialogProps = {
  readonly template: TemplateRow;
  readonly today: string;
  readonly onTake: (version: number) => void;
  readonly onClose: () => void;
};

/** Earlier versions, newest first; the chosen one can be put in force again. */
export const VersionsDialog = ({ template, today, onTake, onClose }: VersionsDialogProps) => {
  const { versions, version: inForce } = template;
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = versions.find((one) => idOf(one) === wanted) ?? versions[0];
  const columns = useMemo(() => columnsOf(today), [today]);
  const actions = useMemo(
    () => [
      {
        id: 'take',
        label: t.versionsDialog.take,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => chosen && onTake(chosen.version),
        ...(chosen === undefined || chosen.version === inForce ? { disabledReason: t.versionsDialog.current } : {}),
      },
    ],
    [chosen, inForce, onTake],
  );
  const groups = useMemo(() => [{ id: 'versions', rows: versions }], [versions]);
  return (
    <Dialog opened wide title={t.versionsDialog.title} note={t.versionsDialog.note} onClose={onClose} actions={actions}>
      <div className={styles.table}>
        <DataTable
          label={t.versionsDialog.title}
          columns={columns}
          groups={groups}
          rowId={idOf}
          current={chosen === undefined ? null : idOf(chosen)}
          onCurrentChange={setWanted}
          onOpen={(id) => id !== String(inForce) && onTake(Number(id))}
        />
      </div>
    </Dialog>
  );
};

const columnsOf = (today: string): readonly TableColumn<Version>[] => [
  { id: 'version', title: t.versionsDialog.version, width: 90, cell: nameOf },
  { id: 'at', title: t.versionsDialog.at, width: 180, cell: ({ at }) => momentInWords(at, today) },
  { id: 'who', title: t.versionsDialog.who, width: 'rest', cell: ({ who }) => who || t.byWord },
];

const nameOf = ({ version }: Version) => <b>{t.version(version)}</b>;

const idOf = ({ version }: Version): string => String(version);
