import { useMemo, useRef, type RefObject } from 'react';
import { FileDrop } from '#renderer/parts/file-drop.tsx';
import { Happened } from '#renderer/parts/process/happened.tsx';
import { holdersText } from '#renderer/parts/process/holders.ts';
import { momentText } from '#renderer/parts/process/moments.ts';
import { ProcessFields } from '#renderer/parts/process/process-fields.tsx';
import { ProcessRefusal } from '#renderer/parts/process/refusals.tsx';
import type { TaskCard } from '#renderer/parts/process/shapes.ts';
import { useDownload } from '#renderer/parts/process/use-download.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { taskTexts as t } from '#renderer/text/task-texts.ts';
import { CheckField } from '#renderer/ui/check-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { TaskFiles } from './task-files.tsx';
import { TaskOutcome } from './task-outcome.tsx';
import type { Closing } from './use-closing.ts';
import styles from './tasks.module.css';

/** A paper that the program left to a person. */
export type Paper = NonNullable<TaskCard['paper']>;

type TaskPaneProps = {
  readonly task: TaskCard;
  readonly closing: Closing;
  readonly today: string;
  readonly onClose: (result: string | null) => void;
  readonly onOpenRecord: () => void;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onOpenReport: (reportId: string) => void;
  readonly onMakePaper: (paper: Paper) => void;
  readonly commentRef: RefObject<HTMLTextAreaElement | null>;
};

/** One task with everything its closing asks for, and nothing else. */
export const TaskPane = (props: TaskPaneProps) => {
  const { task, closing, today, onClose, onOpenRecord, onOpenOrder, onOpenReport, onMakePaper, commentRef } = props;
  const { paper } = task;
  const fileInput = useRef<HTMLInputElement>(null);
  const isOpen = task.status === 'open';
  const canClose = isOpen && task.notYours === '';
  const download = useDownload();
  const facts = useMemo(() => factsOf(task, today), [task, today]);
  // Fields that hold files are filled by attaching.
  const typed = task.fields.filter(({ type }) => !(type === 'file' && canClose));
  return (
    <FileDrop
      label={t.filesLabel}
      accept="*"
      enabled={canClose}
      inputRef={fileInput}
      onFile={(file) => closing.attach([file])}
    >
      <ScrollColumn>
        <div className={styles.head}>
          <h2 className={styles.title}>{task.title}</h2>
          <Facts facts={facts} />
          <span className={styles.links}>
            <LinkButton onClick={onOpenRecord}>{task.record}</LinkButton>
            {task.order && (
              <LinkButton onClick={() => onOpenOrder(task.order?.id ?? '')}>
                {t.openOrder(task.order.number)}
              </LinkButton>
            )}
            {task.reports.map(({ id, title }) => (
              <LinkButton key={id} onClick={() => onOpenReport(id)}>
                {title}
              </LinkButton>
            ))}
          </span>
          {paper && isOpen && (
            <span>
              <Button icon="file-plus" onClick={() => onMakePaper(paper)}>
                {t.makePaper}
              </Button>
            </span>
          )}
          {task.guidance !== '' && (
            <p>
              <Icon name="book" size="s" /> {task.guidance}
            </p>
          )}
          {task.carries.length > 0 && (
            <p className={styles.quiet}>
              {t.carries}: {task.carries.join(', ')}
            </p>
          )}
          {task.notYours !== '' && <ProblemLine tone="warns">{task.notYours}</ProblemLine>}
          {isOpen && task.closesWhen !== '' && <ProblemLine tone="warns">{task.closesWhen}</ProblemLine>}
          {closing.deed.error && <ProcessRefusal error={closing.deed.error} />}
        </div>
        {task.checklist.length > 0 && (
          <Section title={t.checklist} icon="list-check">
            <div className={styles.checks}>
              {task.checklist.map(({ text }, place) => (
                <CheckField
                  key={text}
                  label={text}
                  checked={closing.checked.has(place)}
                  onChange={(done) => closing.check(place, done)}
                />
              ))}
            </div>
          </Section>
        )}
        {typed.length > 0 && (
          <Section title={t.fields} icon="pencil">
            <ProcessFields
              fields={typed}
              drafts={closing.drafts}
              today={today}
              required={typed.map(({ code }) => code)}
            />
          </Section>
        )}
        {canClose && <TaskOutcome task={task} closing={closing} commentRef={commentRef} onClose={onClose} />}
        {(canClose || task.files.length > 0) && (
          <TaskFiles
            task={task}
            closing={closing}
            canAttach={canClose}
            onChoose={() => fileInput.current?.click()}
            onDownload={download}
          />
        )}
        <Section title={processTexts.timeline.title} icon="history">
          <Happened rows={task.timeline} today={today} />
        </Section>
      </ScrollColumn>
    </FileDrop>
  );
};

const fact = (label: string, value: string) => (value === '' ? [] : [{ label, value }]);

const factsOf = (task: TaskCard, today: string) => {
  const made = [momentText(task.createdAt, today), task.creator].filter((part) => part !== '').join(', ');
  return [
    ...fact(t.due, task.dueAt === null ? t.noDue : momentText(task.dueAt, today)),
    ...fact(t.holders, holdersText(task.holders)),
    ...fact(t.element, task.element),
    ...fact(t.stage, `${task.processTitle}: ${task.stage}`),
    ...fact(t.creator, made),
    ...fact(t.result, resultText(task)),
    ...fact(t.closedBy, task.closedAt === null ? '' : `${task.closedBy}, ${momentText(task.closedAt, today)}`),
    ...fact(t.comment, task.comment),
  ];
};

const resultText = ({ status, result, results }: TaskCard): string => {
  if (status === 'cancelled') return t.isCancelled;
  if (status === 'open') return '';
  return results.find(({ code }) => code === result)?.title ?? t.isClosed;
};
