import { packLabel, sheetLabel, type SheetState } from '#renderer/text/pack-texts.ts';
import { classNames } from './class-names.ts';
import styles from './pack.module.css';

export type PackSheet = {
  /** С счёт · Д договор · З заявка · П заявка перевозчику · Т накладная · У УПД · А акт. */
  readonly letter: string;
  /** «Счёт», for the tooltip and the screen reader. */
  readonly title: string;
  readonly state: SheetState;
  /** Why it is blocked or stale. */
  readonly reason?: string;
};

/** «Стопка»: a row of tiny sheets, the same everywhere. Each state differs by shape, not by colour alone. */
export const Pack = ({ sheets }: { readonly sheets: readonly PackSheet[] }) => (
  <span className={styles.pack} role="img" aria-label={packLabel(sheets)}>
    {sheets.map((sheet, index) => (
      <Sheet key={`${sheet.letter}${index}`} sheet={sheet} />
    ))}
  </span>
);

const Sheet = ({ sheet }: { readonly sheet: PackSheet }) => {
  const badge = BADGES[sheet.state];
  return (
    <span
      className={classNames(styles.sheet, styles[sheet.state])}
      title={sheetLabel(sheet.title, sheet.state, sheet.reason)}
      aria-hidden="true"
    >
      <svg className={styles.drawing} viewBox="0 0 19 23">
        <path className={styles.page} d="M1 1h11l5 5v16H1z" />
        <path className={styles.page} d="M12 1v5h5" />
        {sheet.state === 'settled' && <path className={styles.spine} d="M.6 1h4v21h-4z" />}
      </svg>
      <span className={styles.letter}>{sheet.letter}</span>
      {badge && (
        <svg className={styles.badge} viewBox="0 0 12 12">
          <circle className={styles.disc} cx="6" cy="6" r="6" />
          <path className={styles.sign} d={badge} />
        </svg>
      )}
    </span>
  );
};

/** Strokes inside a 12 × 12 disc: a tick, an arrow out, an exclamation mark, a turned arrow. */
const BADGES: Readonly<Partial<Record<SheetState, string>>> = {
  signed: 'M3.4 6.2l1.8 1.8 3.4-3.8',
  away: 'M4.8 3.4L7.6 6 4.8 8.6',
  blocked: 'M6 2.9v3.6M6 8.9v.1',
  stale: 'M8.7 7.2A3 3 0 1 1 8.3 4M8.7 2.3v2.2H6.5',
};
