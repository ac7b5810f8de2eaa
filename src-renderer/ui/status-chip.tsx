import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './status-chip.module.css';

/** On what the document travels. */
export type Medium = 'paper' | 'scan' | 'edo' | 'epd';

/** Whose move it is: others' · yours · due or stale · impossible · nobody's, settled. */
export type StatusTone = 'waiting' | 'yours' | 'due' | 'impossible' | 'settled';

type StatusChipProps = {
  readonly medium?: Medium;
  readonly tone: StatusTone;
  /** A step in words with its age: «Отправлен, ждём 4 дня». */
  readonly children: string;
  /** Replaces the usual sign of the tone. */
  readonly icon?: IconName;
};

/** Two halves: the medium, never coloured, and the step. */
export const StatusChip = ({ medium, tone, children, icon }: StatusChipProps) => (
  <span className={classNames(styles.chip, styles[tone])}>
    {medium && (
      <span className={styles.medium}>
        <Icon name={MEDIA[medium].icon} size="s" />
        {MEDIA[medium].word}
      </span>
    )}
    <span className={styles.step}>
      <Icon name={icon ?? TONE_ICONS[tone]} size="s" />
      <span className={styles.text}>{children}</span>
    </span>
  </span>
);

const MEDIA: Readonly<Record<Medium, { readonly icon: IconName; readonly word: string }>> = {
  paper: { icon: 'file-text', word: 'Бумага' },
  scan: { icon: 'mail', word: 'Скан' },
  edo: { icon: 'plug-connected', word: 'ЭДО' },
  epd: { icon: 'truck', word: 'ЭПД' },
};

const TONE_ICONS: Readonly<Record<StatusTone, IconName>> = {
  waiting: 'hourglass',
  yours: 'pencil',
  due: 'refresh-alert',
  impossible: 'alert-octagon',
  settled: 'check',
};
