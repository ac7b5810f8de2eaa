import type { OutputOf } from '#shared/contract/index.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import styles from './tasks.module.css';

type RefusedStripProps = {
  readonly refused: OutputOf<'tasks.closeMany'>['refused'];
  readonly onShow: (taskId: string) => void;
  readonly onHide: () => void;
};

/** Tasks of a batch that stayed open, each with its reason. */
export const RefusedStrip = ({ refused, onShow, onHide }: RefusedStripProps) => (
  <div className={styles.refused} role="alert">
    <div className={styles.refusedHead}>
      {t.notClosed(refused.length)}
      <LinkButton onClick={onHide}>{t.hide}</LinkButton>
    </div>
    {refused.map(({ id, title, refusals }) => (
      <div key={id}>
        <LinkButton onClick={() => onShow(id)}>{title}</LinkButton>: {refusals.map(({ message }) => message).join(' ')}
      </div>
    ))}
  </div>
);
