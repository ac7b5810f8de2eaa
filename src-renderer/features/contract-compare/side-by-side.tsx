import type { OutputOf } from '#shared/contract/index.ts';
import { compareTexts as t } from '#renderer/text/compare-texts.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { spacedPieces } from './spaced-pieces.ts';
import styles from './compare.module.css';

export type Difference = OutputOf<'comparison.get'>['differences'][number];

const DANGEROUS: readonly Difference['sort'][] = ['negation', 'number'];

type SideBySideProps = {
  readonly differences: readonly Difference[];
  readonly notes: ReadonlyMap<number, string>;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
};

/** Clause by clause: what was sent at the left, what came back at the right, the changed words marked in both. */
export const SideBySide = ({ differences, notes, current, onCurrent }: SideBySideProps) => (
  <ol className={styles.places} aria-label={t.pane}>
    {differences.map((difference, index) => {
      const note = notes.get(index) ?? difference.note;
      return (
        <li key={index}>
          <button
            type="button"
            className={classNames(styles.place, index === current && styles.on)}
            aria-pressed={index === current}
            onClick={() => onCurrent(index)}
          >
            <span className={styles.head}>
              <b>{t.clause(difference.clause)}</b>
              <span className={DANGEROUS.includes(difference.sort) ? styles.dangerous : styles.sort}>
                {DANGEROUS.includes(difference.sort) && <Icon name="alert-octagon" size="s" />}
                {t.sorts[difference.sort]}
              </span>
            </span>
            <span className={styles.sides}>
              <span className={styles.side}>
                <span className={styles.sideName}>{t.sent}</span>
                <Side difference={difference} side="before" />
              </span>
              <span className={styles.side}>
                <span className={styles.sideName}>{t.returned}</span>
                <Side difference={difference} side="after" />
              </span>
            </span>
            {note !== '' && (
              <span className={styles.note}>
                <Icon name="scale" size="s" />«{note}»
              </span>
            )}
          </button>
        </li>
      );
    })}
  </ol>
);

type SideProps = { readonly difference: Difference; readonly side: 'before' | 'after' };

/** One half; a whole clause that the other half lacks leaves a dash here. */
const Side = ({ difference: { pieces }, side }: SideProps) => {
  const foreign = side === 'before' ? 'added' : 'removed';
  if (pieces.every(({ change }) => change === foreign)) return t.nothing;
  return <DiffText pieces={spacedPieces(pieces)} side={side} />;
};
