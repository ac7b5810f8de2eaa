import { useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { ActionButtons, type BarAction } from '#renderer/ui/action-bar.tsx';
import { moneyText } from '#renderer/ui/money.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import styles from './payments.module.css';
import type { StatementPreview } from './use-statement.ts';

const t = paymentTexts.preview;
const MOST_WARNINGS = 4;

type StatementStripProps = {
  readonly preview: StatementPreview;
  readonly busy: boolean;
  readonly onTake: (linkTo: string | undefined) => void;
  readonly onCancel: () => void;
};

/** What a file would change, before it changes anything. */
export const StatementStrip = ({ preview, busy, onTake, onCancel }: StatementStripProps) => {
  const { news, duplicates, foreign, importedBefore, rejected, warnings } = preview;
  const organisations = useQueryCall('organisations.list', {}, { enabled: foreign.length > 0 });
  const [linkTo, setLinkTo] = useState('');
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason =
      foreign.length > 0 && linkTo === ''
        ? t.whose
        : importedBefore !== null
          ? t.before
          : busy
            ? paymentTexts.reading
            : undefined;
    return [
      {
        id: 'take',
        label: t.load(news),
        keys: 'Ctrl+Enter',
        primary: true,
        icon: 'file-import' as const,
        run: () => onTake(linkTo === '' ? undefined : linkTo),
        ...(reason === undefined ? {} : { disabledReason: reason }),
      },
      { id: 'cancel', label: t.cancel, keys: 'Esc', run: onCancel },
    ];
  }, [foreign.length, linkTo, importedBefore, busy, news, onTake, onCancel]);
  const problems = [...rejected, ...warnings];
  return (
    <section className={styles.strip} aria-label={t.title(preview.fileName)}>
      <h2 className={styles.stripTitle}>{t.title(preview.fileName)}</h2>
      <p>
        {t.news(news, duplicates)}
        {rejected.length > 0 && `, ${t.rejected(rejected.length)}`}
        {importedBefore !== null && `. ${t.before}`}
      </p>
      <ul className={styles.accounts}>
        {preview.accounts.map(({ account, organisation, opening, closing }) => (
          <li key={account}>
            {t.account(account, organisation ?? t.foreign)}
            {opening !== null && closing !== null && ` · ${t.balances(moneyText(opening), moneyText(closing))}`}
          </li>
        ))}
      </ul>
      {foreign.length > 0 && (
        <SelectField
          label={t.link}
          value={linkTo}
          options={[
            { value: '', label: t.linkChoose },
            ...(organisations.data?.items ?? []).map(({ inn, name }) => ({ value: inn, label: name })),
          ]}
          onChange={(inn) => setLinkTo(inn ?? '')}
        />
      )}
      {problems.slice(0, MOST_WARNINGS).map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.where} ${problem.message}`} tone="warns">
          {problem.message}
        </ProblemLine>
      ))}
      {problems.length > MOST_WARNINGS && <p className={styles.more}>{t.all(problems.length - MOST_WARNINGS)}</p>}
      <div className={styles.buttons}>
        <ActionButtons title={t.title(preview.fileName)} actions={actions} />
      </div>
    </section>
  );
};
