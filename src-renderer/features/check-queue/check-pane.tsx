import { capitalize } from '#shared/kernel/text.ts';
import { PaperPage } from '#renderer/parts/preview/paper-page.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { momentInWords } from '#renderer/text/dates.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import styles from './check-queue.module.css';
import type { CheckRow } from './check-groups.ts';

const t = signingTexts.check;

type CheckPaneProps = { readonly row: CheckRow; readonly today: string };

/** Is it whole, who made it, why it came back the last time; and the page. */
export const CheckPane = ({ row, today }: CheckPaneProps) => (
  <>
    <div className={styles.facts}>
      {row.faults.length === 0 && <p className={styles.whole}>{t.whole}</p>}
      {row.faults.map((fault) => (
        <p key={fault} className={row.stale ? styles.warns : styles.blocks}>
          {capitalize(fault)}
        </p>
      ))}
      {row.returned !== '' && <p className={styles.warns}>{t.returned(row.returned)}</p>}
      <p>{t.issued(row.issuedBy, momentInWords(row.issuedAt, today))}</p>
    </div>
    <PaperPage id={row.id} version={row.version} title={paperName(row)} />
  </>
);
