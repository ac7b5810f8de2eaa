import { formatDate } from '#shared/kernel/date.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { paymentTexts } from '#renderer/text/payment-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { moneyText } from '#renderer/ui/money.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { PaymentFind } from './payment-find.tsx';
import { whereText, type Found, type PaymentRow } from './payment-row.ts';
import styles from './payments.module.css';

const t = paymentTexts.card;

type PaymentPaneProps = {
  readonly row: PaymentRow;
  readonly searching: boolean;
  readonly onChoose: (documentId: string) => void;
  readonly onCloseSearch: () => void;
};

/** One operation: what came, what is proposed and why. */
export const PaymentPane = ({ row, searching, onChoose, onCloseSearch }: PaymentPaneProps) => (
  <ScrollColumn label={paymentTexts.pane}>
    <div className={styles.card}>
      <p className={styles.sum}>{`${row.direction === 'incoming' ? '+' : '−'}${moneyText(row.sum)} ₽`}</p>
      <p>
        <span className={styles.quiet}>{row.direction === 'incoming' ? paymentTexts.card.from : t.to}: </span>
        {row.counterparty}
        {row.inn !== '' && `, ИНН ${row.inn}`}
      </p>
      <p className={styles.quiet}>
        {t.number(row.number, formatDate(wireDate(row.date)))} · {row.organisation}, …{row.account.slice(-4)}
      </p>
      <p className={styles.purpose}>«{row.purpose}»</p>
      {searching ? (
        <PaymentFind key={row.id} row={row} onChoose={onChoose} onClose={onCloseSearch} />
      ) : (
        <Proposal row={row} onChoose={(found) => onChoose(found.documentId)} />
      )}
      {row.warnings.map((warning) => (
        <ProblemLine key={warning} tone="warns">
          {warning}
        </ProblemLine>
      ))}
    </div>
  </ScrollColumn>
);

const Proposal = ({ row, onChoose }: { readonly row: PaymentRow; readonly onChoose: (found: Found) => void }) => (
  <>
    {row.kind === 'unknown' ? (
      <p>{t.nothing}</p>
    ) : (
      <p>
        <span className={styles.quiet}>{row.isSettled ? t.settled : t.proposal}: </span>
        <span className={styles.where}>{whereText(row)}</span>
        {row.party !== '' && ` · ${row.party}`}
      </p>
    )}
    {row.why !== '' && (
      <p>
        <span className={styles.quiet}>{t.why}: </span>
        {row.why}. {t.confidence(row.confidence)}
      </p>
    )}
    {!row.isSettled && row.candidates.length > 0 && (
      <div>
        <h2 className={styles.head}>{t.candidates}</h2>
        <ul className={styles.candidates}>
          {row.candidates.map((found) => (
            <li key={found.documentId}>
              <LinkButton onClick={() => onChoose(found)}>
                {capitalize(t.invoice(found.number, moneyText(found.outstanding)))} · {found.counterparty}
              </LinkButton>
            </li>
          ))}
        </ul>
      </div>
    )}
  </>
);
