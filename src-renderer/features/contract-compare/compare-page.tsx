import { useCallback, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { FileDrop } from '#renderer/parts/file-drop.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { SigningTabs, type SigningTab } from '#renderer/parts/section-tabs.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { compareTexts as t } from '#renderer/text/compare-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { CardList } from '#renderer/ui/card-list.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { SideBySide } from './side-by-side.tsx';
import { TakeDialog } from './take-dialog.tsx';
import styles from './compare.module.css';

type Row = OutputOf<'comparison.list'>['items'][number];

const GROUPS = ['waiting', 'accepted', 'declined'] as const;

type Asked = 'accepted' | 'declined' | 'note' | null;

/** Contracts that came back with other words: side by side, clause by clause, and the lawyer's word on each. */
export const ComparePage = ({ onTab }: { readonly onTab: (tab: SigningTab) => void }) => {
  const answer = useQueryCall('comparison.list', {});
  const today = useBase().data?.today ?? '';
  const canJudge = useRight('contracts.judge');
  const canSend = useRight('documents.send');
  const { run, error } = useDeed();
  const [wanted, setWanted] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const [notes, setNotes] = useState<ReadonlyMap<number, string>>(new Map());
  const [asked, setAsked] = useState<Asked>(null);
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useListFocus(answer.data !== undefined);

  const groups = useMemo(
    () =>
      GROUPS.map((verdict) => ({
        id: verdict,
        title: t.groups[verdict],
        items: (answer.data?.items ?? []).filter((row) => row.verdict === verdict),
      })),
    [answer.data],
  );
  const rows = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const details = useQueryCall('comparison.get', { id: current?.id ?? '-' }, { enabled: current !== null }).data;
  const differences = details?.id === current?.id ? (details?.differences ?? []) : [];

  const go = useCallback((id: string) => {
    setWanted(id);
    setPlace(0);
    setNotes(new Map());
    setAsked(null);
  }, []);
  const judge = async (row: Row, verdict: 'accepted' | 'declined', comment: string): Promise<void> => {
    setAsked(null);
    const told = [...notes].map(([index, note]) => ({ index, note }));
    const said = verdict === 'accepted' ? t.accepted : t.declined;
    await run('comparison.judge', { ...intent(), id: row.id, verdict, comment, notes: told }, () =>
      said(paperName(row.document)),
    );
  };
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = !canJudge
      ? t.noRight
      : current === null
        ? t.nothingToJudge
        : current.verdict === 'waiting'
          ? null
          : t.alreadyJudged;
    const blocked = reason === null ? {} : { disabledReason: capitalize(reason) };
    return [
      {
        id: 'accept',
        label: t.accept,
        keys: 'Ctrl+Enter',
        icon: 'scale',
        primary: true,
        run: () => setAsked('accepted'),
        ...blocked,
      },
      { id: 'decline', label: t.decline, keys: 'Backspace', run: () => setAsked('declined'), ...blocked },
      { id: 'note', label: t.noteKey, keys: 'F2', run: () => setAsked('note'), ...blocked },
      {
        id: 'next',
        label: t.next,
        keys: 'N',
        run: () => setPlace((before) => (before + 1) % Math.max(1, differences.length)),
        ...(differences.length === 0 ? { disabledReason: t.same } : {}),
      },
      {
        id: 'take',
        label: t.take,
        keys: 'Ctrl+O',
        icon: 'file-import',
        quiet: true,
        run: () => input.current?.click(),
        ...(canSend ? {} : { disabledReason: capitalize(t.noSendRight) }),
      },
    ];
  }, [canJudge, canSend, current, differences.length]);
  const shown = differences[place];

  return (
    <FileDrop label={t.file} accept=".docx,.pdf" enabled={canSend} inputRef={input} onFile={setFile}>
      <PageHead
        title={t.title}
        subtitle={answer.data && t.total(answer.data.total)}
        details={<SigningTabs selected="compare" onTab={onTab} />}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        size="wide"
        paneLabel={t.pane}
        list={
          answer.data ? (
            <CardList
              label={t.list}
              groups={groups}
              itemId={rowId}
              card={cardOf}
              current={current?.id ?? null}
              onCurrentChange={go}
              empty={
                <Empty droppable title={t.empty}>
                  {t.emptyHint}
                </Empty>
              }
            />
          ) : (
            !answer.error && <Skeleton lines={8} />
          )
        }
        pane={
          current && (
            <>
              <div className={styles.facts}>
                {t.came(current.file, momentInWords(current.at, today), current.who)}
                {details && details.judgedAt !== null && (
                  <p>
                    {t.judged(details.judgedBy, momentInWords(details.judgedAt, today))}
                    {details.comment !== '' && `: «${details.comment}»`}
                  </p>
                )}
              </div>
              {asked !== null && (
                <ReasonEditor
                  key={asked}
                  label={
                    asked === 'note'
                      ? t.noteOf(t.clause(shown?.clause ?? ''))
                      : asked === 'accepted'
                        ? t.acceptReason
                        : t.declineReason
                  }
                  hint={t.wordHint}
                  verb={asked === 'note' ? t.saveNote : asked === 'accepted' ? t.acceptShort : t.declineShort}
                  onReason={(words) => {
                    if (asked === 'note') {
                      setNotes((before) => new Map(before).set(place, words));
                      setAsked(null);
                    } else void judge(current, asked, words);
                  }}
                  onCancel={() => setAsked(null)}
                />
              )}
              <ScrollColumn label={t.pane}>
                {details && differences.length === 0 && <Empty title={t.same} />}
                <SideBySide differences={differences} notes={notes} current={place} onCurrent={setPlace} />
              </ScrollColumn>
            </>
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      {file && (
        <TakeDialog
          file={file}
          today={today}
          onTaken={(id) => {
            setFile(null);
            go(id);
          }}
          onClose={() => setFile(null)}
        />
      )}
    </FileDrop>
  );
};

const rowId = (row: Row): string => row.id;

const cardOf = (row: Row) => (
  <>
    <div className={styles.head}>
      <b>{paperName(row.document)}</b>
      <span className={styles.sort}>{row.count === 0 ? t.same : t.places(row.count)}</span>
    </div>
    <div className={styles.sort}>
      {row.document.counterparty} · {row.file}
    </div>
  </>
);
