import type { OutputOf } from '#shared/contract/index.ts';
import { Fragment } from 'react';
import { changedMiddle } from '#renderer/parts/preview/changed-middle.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { DiffText, type DiffPiece } from '#renderer/ui/diff-text.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import styles from './signing.module.css';

type Card = OutputOf<'signing.card'>;

const t = signingTexts.queue;

type SignWhatProps = {
  readonly card: Card;
  readonly chosen: number | null;
  readonly onChoose: (place: number) => void;
};

/** «Что подписываю» in five lines, the places that deviate, and whether the authority holds. */
export const SignWhat = ({ card, chosen, onChoose }: SignWhatProps) => (
  <ScrollColumn label={t.what}>
    <div className={styles.what}>
      <h2 className={styles.head}>{t.what}</h2>
      <dl className={styles.lines}>
        {card.lines.map(({ label, value, note, warns }) => (
          <Fragment key={label}>
            <dt className={styles.label}>{t.lines[label]}</dt>
            <dd className={styles.value}>
              <b className={label === 'money' ? styles.big : undefined}>{value}</b>
              {note !== '' &&
                (warns ? (
                  <span className={styles.warns}>
                    <Icon name="alert-triangle" size="s" />
                    {note}
                  </span>
                ) : (
                  <span className={styles.note}>{note}</span>
                ))}
            </dd>
          </Fragment>
        ))}
      </dl>
      {card.deviations.length > 0 && (
        <ul className={styles.places} aria-label={t.deviations}>
          {card.deviations.map((place, index) => (
            <li key={index}>
              <button
                type="button"
                className={classNames(styles.place, index === chosen && styles.placeOn)}
                aria-pressed={index === chosen}
                onClick={() => onChoose(index)}
              >
                <b>{t.clause(place.clause)}</b> <DiffText pieces={piecesOf(place.before, place.after)} />
                {place.note !== '' && (
                  <span className={styles.note}>
                    <Icon name="scale" size="s" />«{place.note}»
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {card.approvals.map(({ id, who, state, comment }) => (
        <p key={id} className={styles.note}>
          {who}: {wayTexts.approvalStates[state]}
          {comment !== '' && `, «${comment}»`}
        </p>
      ))}
      <p className={card.authority.holds ? styles.holds : styles.blocks}>
        <Icon name={card.authority.holds ? 'shield-check' : 'alert-octagon'} size="s" />
        <span>{t.authority(card.authority.text)}</span>
      </p>
    </div>
  </ScrollColumn>
);

const piecesOf = (before: string, after: string): readonly DiffPiece[] => {
  const { removed, added } = changedMiddle(before, after);
  return [
    ...(removed === '' ? [] : [{ change: 'removed' as const, text: removed }]),
    { change: 'same' as const, text: ' ' },
    ...(added === '' ? [] : [{ change: 'added' as const, text: added }]),
  ];
};
