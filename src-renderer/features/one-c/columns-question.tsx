import { useMemo, useState } from 'react';
import { z } from 'zod';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './one-c.module.css';
import type { ColumnsQuestion } from './use-one-c.ts';

const asked = z.object({
  head: z.array(z.string()),
  wanted: z.array(z.object({ field: z.string(), title: z.string(), column: z.number().nullable() })),
});

type QuestionProps = {
  readonly question: ColumnsQuestion;
  readonly onAnswer: (columns: Record<string, number>) => void;
  readonly onClose: () => void;
};

const NONE = '';

/** Asks once which column is which; the answer is remembered for files of that look. */
export const ColumnsQuestionDialog = ({ question, onAnswer, onClose }: QuestionProps) => {
  const parsed = asked.safeParse(question.error.wire.data);
  const { head, wanted } = parsed.success ? parsed.data : { head: [], wanted: [] };
  const [chosen, setChosen] = useState<Record<string, number>>(() =>
    Object.fromEntries(wanted.flatMap(({ field, column }) => (column === null ? [] : [[field, column]]))),
  );
  const options = [
    { value: NONE, label: t.notChosen },
    ...head.flatMap((title, column) => (title === '' ? [] : [{ value: String(column), label: title }])),
  ];
  const actions = useMemo(
    () => [{ id: 'remember', label: t.remember, keys: 'Ctrl+Enter', primary: true, run: () => onAnswer(chosen) }],
    [chosen, onAnswer],
  );
  return (
    <Dialog opened title={t.columnsQuestion} note={t.columnsNote} onClose={onClose} actions={actions}>
      <div className={styles.fields}>
        {wanted.map(({ field, title }) => (
          <SelectField
            key={field}
            label={title}
            options={options}
            value={chosen[field] === undefined ? NONE : String(chosen[field])}
            onChange={(column) => {
              const { [field]: _before, ...others } = chosen;
              setChosen(column === NONE || column === null ? others : { ...others, [field]: Number(column) });
            }}
          />
        ))}
      </div>
    </Dialog>
  );
};
