import { useMemo, type RefObject } from 'react';
import type { TaskCard } from '#renderer/parts/process/shapes.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { ActionButtons } from '#renderer/ui/action-bar.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import type { Closing } from './use-closing.ts';
import styles from './tasks.module.css';

type TaskOutcomeProps = {
  readonly task: TaskCard;
  readonly closing: Closing;
  readonly onClose: (result: string | null) => void;
  readonly commentRef: RefObject<HTMLTextAreaElement | null>;
};

/** Outcomes as numbered buttons and one field: the digit closes at once. */
export const TaskOutcome = ({ task, closing, onClose, commentRef }: TaskOutcomeProps) => {
  const actions = useMemo(
    () =>
      task.results.map(({ code, title }, index) => ({
        id: code,
        label: title,
        keys: String(index + 1),
        run: () => onClose(code),
      })),
    [task.results, onClose],
  );
  return (
    <Section title={actions.length > 0 ? t.outcomes : t.comment} icon="checkbox">
      {actions.length > 0 && (
        <div className={styles.outcomes} role="group" aria-label={t.outcomes}>
          <ActionButtons title={t.outcomes} actions={actions} />
        </div>
      )}
      {closing.missing !== null && <ProblemLine tone="blocks">{closing.missing}</ProblemLine>}
      <TextArea
        ref={commentRef}
        label={t.comment}
        rows={2}
        hint={t.commentHint}
        value={closing.comment}
        onChange={closing.setComment}
      />
    </Section>
  );
};
