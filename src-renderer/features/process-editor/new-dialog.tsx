import { useMemo, useState } from 'react';
import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { editorTexts as t } from '#renderer/text/editor-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { newDefinition } from './read-definition.ts';
import styles from './process-editor.module.css';

type NewDialogProps = {
  /** The process to copy; null for a new one. */
  readonly source: { readonly code: string; readonly title: string } | null;
  readonly onMade: (code: string) => void;
  readonly onClose: () => void;
};

const BUSINESSES = definitionSchema.shape.business.options;

/** «Создать бизнес-процесс», or a copy of one: a draft that touches no running record. */
export const NewDialog = ({ source, onMade, onClose }: NewDialogProps) => {
  const { run, error } = useDeed();
  const [title, setTitle] = useState(source === null ? '' : source.title);
  const [code, setCode] = useState(source === null ? '' : `${source.code}-copy`);
  const [business, setBusiness] = useState<ProcessDefinition['business']>('general');
  const [recordType, setRecordType] = useState('deal');
  const isComplete = title.trim() !== '' && code.trim() !== '';
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'make',
        label: source === null ? t.do : t.copyDo,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => {
          if (!isComplete) return;
          const names = { code: code.trim(), title: title.trim() };
          const made =
            source === null
              ? run('processes.saveDraft', {
                  ...intent(),
                  definition: newDefinition(names.code, names.title, business, recordType.trim()),
                })
              : run('processes.copy', { ...intent(), code: source.code, newCode: names.code, title: names.title });
          void made.then((done) => done && onMade(done.code));
        },
        ...(isComplete ? {} : { disabledReason: t.name }),
      },
      { id: 'back', label: t.cancel, keys: 'Esc', run: onClose },
    ],
    [source, title, code, business, recordType, isComplete, run, onMade, onClose],
  );
  return (
    <Dialog
      opened
      title={source === null ? t.createTitle : t.copyTitle(source.title)}
      note={source === null ? t.createNote : t.copyNote}
      actions={actions}
      onClose={onClose}
    >
      {error && <Refusal error={error} />}
      <div className={styles.form}>
        <TextField label={t.name} value={title} onChange={setTitle} />
        <TextField label={t.code} hint={t.codeHint} value={code} onChange={setCode} />
        {source === null && (
          <div className={styles.pair}>
            <SelectField
              label={t.business}
              options={BUSINESSES.map((value) => ({ value, label: processTexts.businesses[value] ?? value }))}
              value={business}
              onChange={(value) => setBusiness(BUSINESSES.find((known) => known === value) ?? business)}
            />
            <TextField label={t.recordType} hint={t.recordTypeHint} value={recordType} onChange={setRecordType} />
          </div>
        )}
      </div>
    </Dialog>
  );
};
