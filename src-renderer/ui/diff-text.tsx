import styles from './diff-text.module.css';

export type DiffPiece = { readonly change: 'same' | 'removed' | 'added'; readonly text: string };

type DiffTextProps = {
  readonly pieces: readonly DiffPiece[];
  /** `before` and `after` are the halves of a side by side view; `both` tells the change in one line. */
  readonly side?: 'before' | 'after' | 'both';
};

/** A changed text: struck what was removed, underlined what was added; never by colour alone. */
export const DiffText = ({ pieces, side = 'both' }: DiffTextProps) => (
  <span className={styles.text}>
    {pieces.map(({ change, text }, index) => {
      if (change === 'same') return <span key={index}>{text}</span>;
      if (change === 'removed') {
        return (
          side !== 'after' && (
            <del key={index} className={styles.removed}>
              {text}
            </del>
          )
        );
      }
      return (
        side !== 'before' && (
          <ins key={index} className={styles.added}>
            {text}
          </ins>
        )
      );
    })}
  </span>
);
