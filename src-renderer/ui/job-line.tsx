import { texts } from '#renderer/text/ui-texts.ts';
import { Icon, type IconName } from './icon.tsx';
import { LinkButton } from './link-button.tsx';
import styles from './job-line.module.css';

type JobLineProps = {
  /** «Выпускаю 143 из 549», or what came of it. */
  readonly text: string;
  readonly icon?: IconName;
  /** Done so far, of how many, and how many of those failed. Absent when nothing runs. */
  readonly progress?: { readonly done: number; readonly total: number; readonly failed: number };
  /** «осталось 40 с». */
  readonly timeLeft?: string;
  readonly onPause?: () => void;
  readonly onResume?: () => void;
  readonly onShow?: () => void;
  /** Ends the work; what is done stays. */
  readonly onCancel?: () => void;
};

/** Long work in the bottom bar: never a window over the desk. */
export const JobLine = ({ text, icon, progress, timeLeft, onPause, onResume, onShow, onCancel }: JobLineProps) => (
  <div className={styles.job}>
    {icon && <Icon name={icon} size="s" />}
    <span>{text}</span>
    {progress && <Bar {...progress} label={text} />}
    {progress && progress.failed > 0 && (
      <b className={styles.failed}>
        <Icon name="alert-octagon" size="s" />
        {texts.job.errors(progress.failed)}
      </b>
    )}
    {timeLeft && <span>{timeLeft}</span>}
    {onPause && <LinkButton onClick={onPause}>{texts.job.pause}</LinkButton>}
    {onResume && <LinkButton onClick={onResume}>{texts.job.resume}</LinkButton>}
    {onCancel && <LinkButton onClick={onCancel}>{texts.job.cancel}</LinkButton>}
    {onShow && <LinkButton onClick={onShow}>{texts.job.show}</LinkButton>}
  </div>
);

type BarProps = { readonly done: number; readonly total: number; readonly failed: number; readonly label: string };

const Bar = ({ done, total, failed, label }: BarProps) => {
  const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`;
  return (
    <span
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <span className={styles.good} style={{ width: share(done - failed) }} />
      <span className={styles.bad} style={{ width: share(failed) }} />
    </span>
  );
};
