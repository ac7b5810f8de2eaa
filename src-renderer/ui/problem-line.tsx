import type { ReactNode } from 'react';
import { texts } from '#renderer/text/ui-texts.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { useHotkey } from './keys/use-hotkey.ts';
import styles from './problem-line.module.css';

/** Octagon: cannot. Triangle: look. Tick: has just been mended. */
export type ProblemTone = 'blocks' | 'warns' | 'mended';

export type ProblemMend = {
  /** A verb: «Взять из карточки». */
  readonly label: string;
  readonly onClick: () => void;
  readonly keys?: string;
};

export type ProblemLineProps = {
  readonly tone: ProblemTone;
  /** What is wrong, with the value: «Доверенность № 14 истекла 31.10.2026». */
  readonly children: ReactNode;
  /** A sheet of the pack before the sentence. */
  readonly lead?: ReactNode;
  readonly mend?: ProblemMend;
  /** Another way, less usual: «Выпустить вопреки…». */
  readonly other?: ProblemMend;
  /** Stands in place of the button when the person has no right to mend: «может бухгалтер». */
  readonly whoCan?: string;
  /** A framed strip of its own, above a preview. */
  readonly framed?: boolean;
  /** Pushes the button to the right edge. */
  readonly spread?: boolean;
};

/** What is wrong and the button that mends it there. */
export const ProblemLine = ({ tone, children, lead, mend, other, whoCan, framed, spread }: ProblemLineProps) => {
  useHotkey(texts.problem.group, { keys: mend?.keys, label: mend?.label ?? '', run: mend?.onClick });
  return (
    <div className={classNames(styles.line, styles[tone], framed && styles.framed, spread && styles.spread)}>
      <span className={styles.sign}>
        <Icon name={SIGNS[tone]} />
      </span>
      {lead}
      <span className={styles.text}>{children}</span>
      {whoCan !== undefined ? (
        <span className={styles.who}>{whoCan}</span>
      ) : (
        mend && (
          <Button size="s" variant="mend" keys={mend.keys} onClick={mend.onClick}>
            {mend.label}
          </Button>
        )
      )}
      {other && (
        <Button size="s" variant="quiet" onClick={other.onClick}>
          {other.label}
        </Button>
      )}
    </div>
  );
};

const SIGNS: Readonly<Record<ProblemTone, IconName>> = {
  blocks: 'alert-octagon',
  warns: 'alert-triangle',
  mended: 'check',
};
