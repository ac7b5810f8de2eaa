import { formatDate } from '#shared/kernel/date.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import type { Letter, SendRow } from './send-rows.ts';
import styles from './sending.module.css';

/** What lies in the envelope, or what the letter says and carries. */
export const SendPane = ({ row }: { readonly row: SendRow }) => (
  <ScrollColumn label={t.pane}>
    <div className={styles.pane}>
      <h2 className={styles.title}>{row.counterparty}</h2>
      {'letter' in row ? <Mail letter={row.letter} /> : <Papers row={row} />}
    </div>
  </ScrollColumn>
);

const Papers = ({ row }: { readonly row: Exclude<SendRow, { sort: 'outbox' }> }) => {
  const place = 'envelope' in row ? row.envelope : row.waiting;
  return (
    <>
      <p className={place.address === '' ? styles.wrong : styles.quiet}>
        {place.address === '' ? t.noAddress : place.address}
      </p>
      {'envelope' in row && (
        <p className={styles.quiet}>
          {t.states[row.envelope.state]} {formatDate(wireDate(row.envelope.stateOn))}, {wayTexts.ways[row.envelope.way]}
          {row.envelope.track !== '' && `, ${wayTexts.track(row.envelope.track)}`}
        </p>
      )}
      <ul>
        {row.documents.map((paper) => (
          <li key={paper.id} className={styles.line}>
            <span>
              <b>{paperName(paper)}</b> <span className={styles.quiet}>{formatDate(wireDate(paper.date))}</span>
            </span>
            <Money value={paper.sum === '0.00' ? null : paper.sum} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** A mail as it will go. */
export const Mail = ({ letter }: { readonly letter: Letter }) => (
  <>
    <Facts
      facts={[
        { label: t.to, value: letter.to },
        { label: t.subject, value: <b>{letter.subject}</b> },
        { label: t.files, value: letter.attachments.map(({ name }) => name).join(', ') },
      ]}
    />
    <p className={styles.letter}>{letter.text}</p>
  </>
);
