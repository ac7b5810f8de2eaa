import type { TaskCard } from '#renderer/parts/process/shapes.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { Closing } from './use-closing.ts';
import styles from './tasks.module.css';

type TaskFilesProps = {
  readonly task: TaskCard;
  readonly closing: Closing;
  readonly canAttach: boolean;
  readonly onChoose: () => void;
  readonly onDownload: (fileId: string) => void;
};

/** Files that came with the task, and those that will go with its closing. */
export const TaskFiles = ({ task, closing, canAttach, onChoose, onDownload }: TaskFilesProps) => (
  <Section title={t.files(task.filesNeeded)} icon="paperclip" note={namesOf(task)}>
    <div className={styles.files}>
      {task.files.map(({ id, name, size }) => (
        <span key={id} className={styles.file}>
          <Icon name="file-text" size="s" />
          <LinkButton onClick={() => onDownload(id)}>{name}</LinkButton>
          <span className={styles.quiet}>{t.fileSize(size)}</span>
        </span>
      ))}
      {closing.files.map((file) => (
        <span key={file.name} className={styles.file}>
          <Icon name="paperclip" size="s" />
          <span className={styles.grow}>{file.name}</span>
          <span className={styles.quiet}>{t.fileSize(file.size)}</span>
          <IconButton icon="x" label={t.removeFile(file.name)} onClick={() => closing.drop(file.name)} />
        </span>
      ))}
      {canAttach && (
        <span className={styles.file}>
          <Button size="s" icon="paperclip" onClick={onChoose}>
            {t.attach}
          </Button>
          <span className={styles.quiet}>{t.attachHint}</span>
        </span>
      )}
    </div>
  </Section>
);

/** What the attached files will be: «Счёт на оплату». */
const namesOf = ({ fields }: TaskCard): string =>
  fields
    .filter(({ type }) => type === 'file')
    .map(({ label }) => label)
    .join(', ');
