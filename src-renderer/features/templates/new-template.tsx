import { useMemo, useState } from 'react';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './templates.module.css';
import type { NewTemplate } from './use-templates.ts';

type NewTemplateProps = {
  readonly file: File;
  readonly kind: NewTemplate['kind'];
  readonly onAdd: (wanted: NewTemplate) => void;
  readonly onClose: () => void;
};

const EVERYBODY = '';

/** What kind of document the file is for, and whose. */
export const NewTemplateDialog = ({ file, kind: first, onAdd, onClose }: NewTemplateProps) => {
  const kinds = useQueryCall('kinds.list', {}).data?.items ?? [];
  const organisations = useQueryCall('organisations.list', {}).data?.items ?? [];
  const [kind, setKind] = useState(first);
  const [name, setName] = useState(file.name.replace(/\.docx$/iu, ''));
  const [organisation, setOrganisation] = useState(EVERYBODY);
  const actions = useMemo(
    () => [
      {
        id: 'add',
        label: t.import.action,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => onAdd({ kind, name, ...(organisation === EVERYBODY ? {} : { organisation }) }),
        ...(name.trim() === '' ? { disabledReason: t.import.name } : {}),
      },
    ],
    [onAdd, kind, name, organisation],
  );
  return (
    <Dialog opened title={t.import.title} note={t.import.note} onClose={onClose} actions={actions}>
      <div className={styles.fields}>
        <SelectField
          label={t.import.kind}
          options={kinds.map(({ kind: value, title }) => ({ value, label: title }))}
          value={kind}
          onChange={(chosen) => setKind((before) => DOCUMENT_KINDS.find((known) => known === chosen) ?? before)}
        />
        <TextField label={t.import.name} value={name} onChange={setName} />
        <SelectField
          label={t.import.organisation}
          options={[
            { value: EVERYBODY, label: t.everybody },
            ...organisations.map(({ inn, name: label }) => ({ value: inn, label })),
          ]}
          value={organisation}
          onChange={(inn) => setOrganisation(inn ?? EVERYBODY)}
        />
      </div>
    </Dialog>
  );
};
