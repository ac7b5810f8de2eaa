import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useFieldDrafts } from '#renderer/parts/process/field-drafts.ts';
import { momentText } from '#renderer/parts/process/moments.ts';
import { MoveDialog } from '#renderer/parts/process/move-dialog.tsx';
import { ProcessRefusal } from '#renderer/parts/process/refusals.tsx';
import type { RecordCard } from '#renderer/parts/process/shapes.ts';
import { useMove } from '#renderer/parts/process/use-move.ts';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { recordTexts as t } from '#renderer/text/record-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { ConvertDialog } from './convert-dialog.tsx';
import { recordActions } from './record-actions.ts';
import { RecordMain } from './record-main.tsx';
import { RecordSide } from './record-side.tsx';
import styles from './records.module.css';

export type RecordPageProps = {
  readonly recordId: string;
  readonly onBack: () => void;
  readonly onOpenRecord: (recordId: string) => void;
  readonly onOpenTask: (taskId: string) => void;
  readonly onOpenOrder: (orderId: string) => void;
  readonly onOpenReport: (reportId: string) => void;
};

/** One record of a process: why it stands, what is asked of it, who does what, and all that happened. */
export const RecordPage = (props: RecordPageProps) => {
  const answer = useQueryCall('records.get', { id: props.recordId }, { keepsPrevious: true });
  const today = useBase().data?.today;
  if (answer.data && today !== undefined)
    return <OpenRecord key={answer.data.instanceId} {...props} record={answer.data} today={today} />;
  return (
    <>
      <PageHead title={t.page} back={{ label: t.back, onClick: props.onBack }} />
      {answer.error ? <PageRefusal error={answer.error} /> : <Skeleton lines={12} />}
    </>
  );
};

type OpenRecordProps = RecordPageProps & { readonly record: RecordCard; readonly today: string };

const OpenRecord = (props: OpenRecordProps) => {
  const { record, today, onBack, onOpenRecord, onOpenTask, onOpenOrder, onOpenReport } = props;
  const drafts = useFieldDrafts();
  const moving = useMove();
  const { run, error } = useDeed();
  const [asked, setAsked] = useState<'move' | 'convert' | 'comment' | null>(null);
  const [target, setTarget] = useState<string | undefined>(undefined);
  const { collect, clear, isChanged } = drafts;
  const { instanceId } = record;
  useEffect(focusList, []);
  const move = useCallback((to?: string) => {
    setTarget(to);
    setAsked('move');
  }, []);
  const back = useCallback(() => {
    setAsked(null);
    moving.forget();
    focusList();
  }, [moving]);
  const save = useCallback(() => {
    void run('records.setFields', { ...intent(), instance: instanceId, fields: collect() }, () => t.saved).then(
      (done) => done && clear(),
    );
  }, [run, instanceId, collect, clear]);
  const copy = useCallback(() => {
    void run('records.copy', { ...intent(), instance: instanceId }, ({ title }) => t.copied(title)).then(
      (made) => made && onOpenRecord(made.instanceId),
    );
  }, [run, instanceId, onOpenRecord]);
  const actions = useMemo(
    () =>
      recordActions({
        record,
        isChanged,
        save,
        move: () => move(),
        comment: () => setAsked('comment'),
        convert: () => setAsked('convert'),
        copy,
        back: onBack,
      }),
    [record, isChanged, save, move, copy, onBack],
  );
  const stage = record.stages.find(({ code }) => code === record.stage);
  const isOver = record.status === 'finished';

  return (
    <>
      <PageHead
        title={record.title}
        subtitle={`${record.processTitle} · ${t.version(record.version)}`}
        status={
          <StatusChip
            tone={isOver ? (stage?.kind === 'fail' ? 'impossible' : 'settled') : record.isOutside ? 'due' : 'waiting'}
          >
            {`${stage?.title ?? record.stage}, ${t.since(momentText(record.stageSince, today))}`}
          </StatusChip>
        }
        back={{ label: t.back, onClick: onBack }}
        details={
          <>
            <span>{t.owner(record.owner || t.nobody)}</span>
            {record.order && (
              <LinkButton onClick={() => onOpenOrder(record.order?.id ?? '')}>
                {t.order(record.order.number)}
              </LinkButton>
            )}
            {record.parent && (
              <LinkButton onClick={() => onOpenRecord(record.parent?.instanceId ?? '')}>
                {t.parent(record.parent.processTitle, record.parent.title)}
              </LinkButton>
            )}
            {record.isOutside && <span>{t.outside}</span>}
          </>
        }
      />
      {error && (
        <div className={styles.why}>
          <ProcessRefusal error={error} />
        </div>
      )}
      <SplitView
        paneLabel={processTexts.timeline.title}
        size="wide"
        list={
          <>
            {asked === 'comment' && (
              <ReasonEditor
                label={t.commentLabel}
                hint={t.commentHint}
                verb={t.commentDo}
                onReason={(text) => {
                  back();
                  void run('records.comment', { ...intent(), instance: instanceId, text }, () => t.commented);
                }}
                onCancel={back}
              />
            )}
            <RecordMain
              record={record}
              drafts={drafts}
              today={today}
              onOpenTask={onOpenTask}
              onMove={move}
              onPut={(task, title) =>
                void run('tasks.put', { ...intent(), instance: instanceId, task }, () => t.wasPut(title))
              }
            />
          </>
        }
        pane={
          <RecordSide
            record={record}
            today={today}
            onOpenRecord={onOpenRecord}
            onOpenReport={onOpenReport}
            onSent={(id) => void run('records.messageSent', { ...intent(), id }, () => t.wasSent)}
          />
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      {asked === 'move' && (
        <MoveDialog instanceId={instanceId} today={today} moving={moving} to={target} onClose={back} />
      )}
      {asked === 'convert' && <ConvertDialog record={record} today={today} onDone={onOpenRecord} onClose={back} />}
    </>
  );
};
