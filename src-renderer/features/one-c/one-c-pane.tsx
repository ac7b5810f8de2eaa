import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { formatVatRate, isVatRate } from '#shared/kernel/vat.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import styles from './one-c.module.css';

type OneCPaneProps = {
  readonly preview: OutputOf<'exchange.preview'> | undefined;
  readonly exports: OutputOf<'exchange.exports'>['items'];
};

const roleTitle = (role: string): string => Object.entries(t.roles).find(([known]) => known === role)?.[1] ?? role;

const rateTitle = (rate: string): string => `${t.vat} ${isVatRate(rate) ? formatVatRate(rate) : rate}`;

/** Control totals of what would go, what is not for 1C, and what went before. */
export const OneCPane = ({ preview, exports }: OneCPaneProps) => (
  <div className={styles.pane}>
    {preview && (
      <Section title={t.totals}>
        <table className={styles.totals}>
          <tbody>
            {Object.entries(preview.totals).map(([role, { count, sum, vatByRate }]) => [
              <tr key={role}>
                <th scope="row">{roleTitle(role)}</th>
                <td>{count}</td>
                <td>
                  <Money value={sum} />
                </td>
              </tr>,
              ...Object.entries(vatByRate).map(([rate, vat]) => (
                <tr key={`${role}:${rate}`} className={styles.rate}>
                  <th scope="row" colSpan={2}>
                    {rateTitle(rate)}
                  </th>
                  <td>
                    <Money value={vat} />
                  </td>
                </tr>
              )),
            ])}
          </tbody>
        </table>
        <ProblemLine tone={preview.agrees ? 'mended' : 'blocks'}>{preview.agrees ? t.agrees : t.disagrees}</ProblemLine>
      </Section>
    )}
    {preview && preview.notFor1c.length > 0 && (
      <Section title={t.notFor1c}>
        <ul className={styles.list}>
          {preview.notFor1c.map(({ kind, title, count }) => (
            <li key={kind}>
              {title}: {count}
            </li>
          ))}
        </ul>
      </Section>
    )}
    <Section title={t.history}>
      <ul className={styles.list}>
        {exports.map((made) => (
          <li key={made.id}>
            {`${formatDate(wireDate(made.from))} – ${formatDate(wireDate(made.to))}, ${made.organisation}: ${made.documents} · ${made.format} · ${made.madeBy} · `}
            {made.acceptedAt === null ? t.waiting : t.loaded(made.acceptedBy)}
          </li>
        ))}
        {exports.length === 0 && <li>{t.noExport}</li>}
      </ul>
    </Section>
  </div>
);
