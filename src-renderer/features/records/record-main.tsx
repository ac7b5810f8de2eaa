import { holdersText } from '#renderer/parts/process/holders.ts';
import type { FieldDrafts } from '#renderer/parts/process/field-drafts.ts';
import { shortMoment } from '#renderer/parts/process/moments.ts';
import { ProcessFields } from '#renderer/parts/process/process-fields.tsx';
import type { RecordCard } from '#renderer/parts/process/shapes.ts';
import { recordTexts as t } from '#renderer/text/record-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { DueDate } from '#renderer/ui/due-date.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { RecordSet } from './record-set.tsx';
import { stageStates } from './stage-states.ts';
import styles from './records.module.css';

type RecordMainProps = {
  readonly record: RecordCard;
  readonly drafts: FieldDrafts;
  readonly today: string;
  readonly onOpenTask: (taskId: string) => void;
  readonly onMove: (to: string) => void;
  readonly onPut: (task: string, title: string) => void;
};

/** Why it stands, where it is on its way, who does what, what is known of it. */
export const RecordMain = ({ record, drafts, today, onOpenTask, onMove, onPut }: RecordMainProps) => {
  const { why, offers, tasks } = record;
  return (
    <ScrollColumn>
      <div className={styles.why}>
        <Why why={why} onOpenTask={onOpenTask} onMove={onMove} />
        <ol className={styles.stages} aria-label={t.stages}>
          {stageStates(record).map(({ code, title, state }) => (
            <li
              key={code}
              className={classNames(styles.stage, state === 'done' && styles.passed, state === 'current' && styles.now)}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              {state === 'done' && <Icon name="check" size="s" />}
              {title}
            </li>
          ))}
        </ol>
      </div>
      <Section title={t.tasks} icon="checkbox">
        <div className={styles.tasks}>
          {tasks.length === 0 && <span className={styles.quiet}>{t.noTasks}</span>}
          {tasks.map((task) => (
            <span key={task.id} className={classNames(styles.task, task.status !== 'open' && styles.done)}>
              <Icon
                name={task.status === 'open' ? 'checkbox' : task.status === 'closed' ? 'circle-check' : 'x'}
                size="s"
              />
              <span className={styles.cut} title={task.title}>
                <LinkButton onClick={() => onOpenTask(task.id)}>{task.title}</LinkButton>
              </span>
              <span className={styles.quiet}>
                {task.status === 'closed' ? task.closedBy : holdersText(task.holders)}
              </span>
              {task.dueAt !== null && <DueDate overdue={task.isOverdue}>{shortMoment(task.dueAt, today)}</DueDate>}
            </span>
          ))}
        </div>
        {offers.length > 0 && (
          <div className={styles.buttons}>
            {offers.map(({ task, title, refusals }) => (
              <Button
                key={task}
                size="s"
                icon="plus"
                disabledReason={refusals[0]?.message}
                onClick={() => onPut(task, title)}
              >
                {t.put(title)}
              </Button>
            ))}
          </div>
        )}
      </Section>
      <Section title={t.fields} icon="pencil" note={record.notEditable}>
        {record.sections.map(({ title, fields }) => (
          <div key={title}>
            <h3 className={styles.sectionTitle}>{title}</h3>
            <ProcessFields fields={fields} drafts={drafts} today={today} />
          </div>
        ))}
      </Section>
      {record.sets.map((set) => (
        <Section key={set.code} title={set.title} icon="list">
          <RecordSet set={set} />
        </Section>
      ))}
    </ScrollColumn>
  );
};

type WhyProps = Pick<RecordMainProps, 'onOpenTask' | 'onMove'> & Pick<RecordCard, 'why'>;

const Why = ({ why: { sentence, action }, onOpenTask, onMove }: WhyProps) => {
  if (action.kind === 'none')
    return (
      <p>
        <Icon name="hand-stop" /> {sentence}
      </p>
    );
  return (
    <ProblemLine
      tone="warns"
      framed
      spread
      mend={{
        label: action.label,
        keys: 'F4',
        onClick: () => (action.kind === 'openTask' ? onOpenTask(action.taskId) : onMove(action.to)),
      }}
    >
      {sentence}
    </ProblemLine>
  );
};
