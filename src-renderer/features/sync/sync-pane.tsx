import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { syncTexts as t } from '#renderer/text/sync-texts.ts';
import { Facts, type Fact } from '#renderer/ui/facts.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './sync.module.css';
import type { Conflict, QueueItem, SyncRow } from './sync-rows.ts';

type SyncPaneProps = {
  readonly row: SyncRow | null;
  readonly settled: OutputOf<'sync.conflicts'>['settled'];
  readonly today: string;
  /** How the CRMs stand. */
  readonly children: ReactNode;
};

/** The chosen question side by side or the chosen entry with its reason; the CRMs and what the program settled under it. */
export const SyncPane = ({ row, settled, today, children }: SyncPaneProps) => (
  <ScrollColumn label={t.pane}>
    {row?.kind === 'conflict' && <Sides conflict={row.conflict} today={today} />}
    {row?.kind === 'entry' && <Entry entry={row.entry} today={today} />}
    {children}
    {settled.length > 0 && (
      <Section title={t.settled}>
        <ul>
          {settled.map(({ id, title, order, text }) => (
            <li key={id}>
              {[title, order === '' ? '' : t.order(order)].filter(Boolean).join(', ')}: {text}
            </li>
          ))}
        </ul>
      </Section>
    )}
  </ScrollColumn>
);

const Sides = ({ conflict, today }: { readonly conflict: Conflict; readonly today: string }) => {
  const { title, order, counterparty, base, mine, theirs, theirsBy, theirsAt } = conflict;
  const when = theirsAt === null ? '' : momentInWords(theirsAt, today);
  return (
    <Section title={title} note={order === '' ? '' : `${t.order(order)}, ${counterparty}`}>
      <p className={styles.quiet}>
        {t.base}: {base || t.emptyValue}
      </p>
      <div className={styles.sides}>
        <div>
          <b className={styles.sideTitle}>{t.oursTitle}</b>
          <div className={styles.side}>{mine || t.emptyValue}</div>
        </div>
        <div>
          <b className={styles.sideTitle}>{[t.theirsTitle, t.changedBy(theirsBy, when)].filter(Boolean).join(': ')}</b>
          <div className={styles.side}>{theirs || t.emptyValue}</div>
        </div>
      </div>
    </Section>
  );
};

const Entry = ({ entry, today }: { readonly entry: QueueItem; readonly today: string }) => {
  const { what, detail, order, counterparty, since, who, tries, nextAt, reason, url } = entry;
  const facts: readonly (Fact | null)[] = [
    reason === '' ? null : { label: t.reason, value: reason },
    { label: t.since, value: momentInWords(since, today) },
    who === '' ? null : { label: t.who, value: who },
    tries === 0 ? null : { label: t.tries, value: String(tries) },
    nextAt === null ? null : { label: t.next, value: momentInWords(nextAt, today) },
    url === null ? null : { label: t.inCrm, value: url },
  ];
  return (
    <Section title={what} note={order === '' ? '' : `${t.order(order)}, ${counterparty}`}>
      {detail !== '' && <p>{detail}</p>}
      <Facts facts={facts.filter((fact) => fact !== null)} />
    </Section>
  );
};
