import { useMemo, useState } from 'react';
import type { TableField } from '#shared/domain/bank/table-columns.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './payments.module.css';
import type { ColumnsAnswer, StatementQuestion } from './use-statement.ts';

const t = paymentTexts.table;
const NONE = '';

/** What nearly every bank gives; the rest is shown when the table has it or a person asks. */
const USUAL: readonly TableField[] = [
  'date',
  'number',
  'incoming',
  'outgoing',
  'sum',
  'purpose',
  'name',
  'inn',
  'partyAccount',
];

type ColumnsDialogProps = {
  readonly question: StatementQuestion;
  readonly busy: boolean;
  readonly onAnswer: (answer: ColumnsAnswer) => void;
  readonly onClose: () => void;
};

/** Asks once which column of a bank's table is which; the answer is remembered for tables of that look. */
export const ColumnsDialog = ({ question, busy, onAnswer, onClose }: ColumnsDialogProps) => {
  const { file, head, rows, wanted, asksAccount } = question.data;
  const [chosen, setChosen] = useState<Readonly<Partial<Record<TableField, number>>>>(() =>
    Object.fromEntries(wanted.flatMap(({ field, column }) => (column === null ? [] : [[field, column]]))),
  );
  const [account, setAccount] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const options = [
    { value: NONE, label: t.none },
    ...head.map((title, column) => ({ value: String(column), label: title || t.untitled(column + 1) })),
  ];
  const sampleOf = (column: number): string => rows.map((row) => row[column] ?? '').find((cell) => cell !== '') ?? '';
  const hintOf = (column: number | undefined) => (column === undefined ? {} : { hint: t.sample(sampleOf(column)) });
  const actions = useMemo(() => {
    const reason = busy
      ? paymentTexts.reading
      : (lackOf(chosen) ?? (asksAccount && account.length !== 20 ? t.account : null));
    const columns = Object.fromEntries(wanted.map(({ field }) => [field, chosen[field] ?? null]));
    return [
      {
        id: 'remember',
        label: t.remember,
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => onAnswer({ columns, ...(account === '' ? {} : { account }) }),
        ...(reason === null ? {} : { disabledReason: reason }),
      },
      { id: 'cancel', label: paymentTexts.preview.cancel, keys: 'Esc', run: onClose },
    ];
  }, [account, asksAccount, busy, chosen, onAnswer, onClose, wanted]);
  const shown = wanted.filter(({ field, column }) => showsAll || column !== null || USUAL.includes(field));
  return (
    <Dialog opened wide title={t.title(file)} note={t.note} onClose={onClose} actions={actions}>
      {question.error && <Refusal error={question.error} />}
      {asksAccount && (
        <TextField label={t.account} value={account} onChange={(text) => setAccount(text.replaceAll(/\D/gu, ''))} />
      )}
      <div className={styles.fields}>
        {shown.map(({ field, title }) => (
          <SelectField
            key={field}
            label={title}
            options={options}
            value={chosen[field] === undefined ? NONE : String(chosen[field])}
            {...hintOf(chosen[field])}
            onChange={(column) => {
              const { [field]: _before, ...others } = chosen;
              setChosen(column === NONE || column === null ? others : { ...others, [field]: Number(column) });
            }}
          />
        ))}
      </div>
      {shown.length < wanted.length && <Button onClick={() => setShowsAll(true)}>{t.more}</Button>}
    </Dialog>
  );
};

const lackOf = ({ date, number, sum, incoming, outgoing }: Readonly<Partial<Record<TableField, number>>>) => {
  if (date === undefined) return t.needs.date;
  if (number === undefined) return t.needs.number;
  return sum === undefined && incoming === undefined && outgoing === undefined ? t.needs.sum : null;
};
