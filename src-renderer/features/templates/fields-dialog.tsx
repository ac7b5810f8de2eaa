import { useCallback, useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import styles from './templates.module.css';

type Field = OutputOf<'templates.fields'>['items'][number];

const columns: readonly TableColumn<Field>[] = [
  {
    id: 'command',
    title: t.fieldsDialog.command,
    width: 320,
    cell: ({ command }) => <code title={command}>{command}</code>,
  },
  {
    id: 'sample',
    title: t.fieldsDialog.sample,
    width: 'rest',
    cell: ({ sample }) => <span title={sample}>{sample}</span>,
  },
];

type FieldsDialogProps = { readonly kind: DocumentKind; readonly onClose: () => void };

/** The palette of fields: found by a part of the name or of the printed value, copied by Enter. */
export const FieldsDialog = ({ kind: first, onClose }: FieldsDialogProps) => {
  const { show } = useToasts();
  const [kind, setKind] = useState(first);
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const kinds = useQueryCall('kinds.list', {}).data?.items ?? [];
  const fields = useQueryCall('templates.fields', { kind }, { keepsPrevious: true }).data?.items;
  const rows = useMemo(() => {
    const part = text.trim().toLowerCase();
    return (fields ?? []).filter(({ field, sample }) => `${field} ${sample}`.toLowerCase().includes(part));
  }, [fields, text]);
  const current = rows.find(({ field }) => field === wanted) ?? rows[0] ?? null;
  const copy = useCallback(
    async (field: Field | null) => {
      if (field === null) return;
      await navigator.clipboard.writeText(field.command);
      show({ text: t.copied(field.command) });
    },
    [show],
  );
  const actions = useMemo(
    () => [
      {
        id: 'copy',
        label: t.fieldsDialog.copy,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => void copy(current),
        ...(current === null ? { disabledReason: t.fieldsDialog.none } : {}),
      },
    ],
    [copy, current],
  );
  const groups = useMemo(() => [{ id: 'fields', rows }], [rows]);
  return (
    <Dialog opened wide title={t.fieldsDialog.title} note={t.fieldsDialog.note} onClose={onClose} actions={actions}>
      <div className={styles.filters}>
        <TextField label={t.fieldsDialog.find} value={text} onChange={setText} />
        <SelectField
          label={t.import.kind}
          options={kinds.map(({ kind: value, title }) => ({ value, label: title }))}
          value={kind}
          onChange={(chosen) => setKind((before) => DOCUMENT_KINDS.find((known) => known === chosen) ?? before)}
        />
      </div>
      <div className={styles.table}>
        <DataTable
          label={t.fieldsDialog.title}
          columns={columns}
          groups={groups}
          rowId={idOf}
          current={current?.field ?? null}
          onCurrentChange={setWanted}
          onOpen={(id) => void copy(rows.find(({ field }) => field === id) ?? null)}
          empty={<Empty title={t.fieldsDialog.none} />}
        />
      </div>
    </Dialog>
  );
};

const idOf = ({ field }: Field): string => field;
