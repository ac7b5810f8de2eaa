import type { OutputOf } from '#shared/contract/index.ts';
import type { CallError } from '#renderer/bridge/call-error.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { compositionTexts } from '#renderer/text/composition-texts.ts';
import { Section } from '#renderer/ui/section.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './composition.module.css';

const t = compositionTexts.trial;

type Trial = NonNullable<OutputOf<'composition.try'>['trial']>;

type TrialPartProps = {
  readonly order: string;
  readonly onOrder: (order: string) => void;
  readonly trial: Trial | null;
  readonly error: CallError | null;
};

/** What the rules on the screen make of one order, beside what the rules in force make of it. */
export const TrialPart = ({ order, onOrder, trial, error }: TrialPartProps) => (
  <Section title={t.title} note={t.hint}>
    <div className={styles.order}>
      <TextField label={t.order} value={order} onChange={onOrder} />
    </div>
    {error && <Refusal error={error} />}
    {trial && !error && order.trim() !== '' && <TrialAnswer trial={trial} />}
  </Section>
);

const TrialAnswer = ({ trial: { order, counterparty, now, items } }: { readonly trial: Trial }) => {
  const gone = now.filter(({ kind }) => items.every((item) => item.kind !== kind));
  const isNew = ({ kind }: Trial['items'][number]): boolean => now.every((one) => one.kind !== kind);
  return (
    <div className={styles.trial}>
      <p className={styles.hint}>{t.of(order, counterparty)}</p>
      {items.length === 0 && <p className={styles.hint}>{t.none}</p>}
      <ol className={styles.items}>
        {items.map((item) => (
          <li key={item.kind}>
            <b>{item.title}</b>
            {isNew(item) && ` (${t.added})`}
            <span className={styles.why}>{item.reason}</span>
          </li>
        ))}
      </ol>
      {gone.length > 0 && <p className={styles.hint}>{t.removed(gone.map(({ title }) => title).join(', '))}</p>}
      {gone.length === 0 && !items.some(isNew) && <p className={styles.hint}>{t.same}</p>}
    </div>
  );
};
