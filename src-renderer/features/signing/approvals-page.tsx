import { useCallback, useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PaperPage } from '#renderer/parts/preview/paper-page.tsx';
import { paperColumns } from '#renderer/parts/paper-columns.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { SigningTabs, type SigningTab } from '#renderer/parts/section-tabs.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { momentInWords } from '#renderer/text/dates.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';

type Row = OutputOf<'approvals.mine'>['items'][number];

const t = signingTexts.approvals;

/** What waits for the word of whoever works here: a lawyer, a head, a colleague. */
export const ApprovalsPage = ({ onTab }: { readonly onTab: (tab: SigningTab) => void }) => {
  const answer = useQueryCall('approvals.mine', {});
  const today = useBase().data?.today;
  const { run, error } = useDeed();
  const [wanted, setWanted] = useState<string | null>(null);
  const [rejecting, setRejecting] = useState(false);
  useListFocus(answer.data !== undefined && today !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const columns = useMemo(
    () => [
      ...paperColumns<Row>(today ?? ''),
      {
        id: 'asked',
        title: t.who,
        width: 230,
        wideOnly: true,
        cell: (row: Row) => t.asked(row.askedBy, today === undefined ? '' : momentInWords(row.askedAt, today)),
      },
    ],
    [today],
  );
  const decide = useCallback(
    async (row: Row, decision: 'approve' | 'reject', comment: string) => {
      setRejecting(false);
      const words = decision === 'approve' ? t.approved : t.rejected;
      await run('approvals.decide', { ...intent(), id: row.id, decision, comment }, () => words(paperName(row)));
    },
    [run],
  );
  const actions = useMemo<readonly BarAction[]>(() => {
    const nothing = current === null ? { disabledReason: capitalize(t.nothing) } : {};
    return [
      {
        id: 'approve',
        label: t.approve,
        keys: 'Enter',
        icon: 'check',
        primary: true,
        run: () => current && void decide(current, 'approve', ''),
        ...nothing,
      },
      { id: 'reject', label: t.reject, keys: 'Backspace', run: () => setRejecting(true), ...nothing },
    ];
  }, [current, decide]);

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={answer.data && t.total(answer.data.total)}
        details={<SigningTabs selected="approvals" onTab={onTab} />}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.pane}
        list={
          <>
            {rejecting && current && (
              <ReasonEditor
                label={t.rejectReason(paperName(current))}
                hint={t.rejectHint}
                verb={t.rejectShort}
                onReason={(reason) => void decide(current, 'reject', reason)}
                onCancel={() => setRejecting(false)}
              />
            )}
            {answer.data && today !== undefined ? (
              <DataTable
                label={t.list}
                columns={columns}
                groups={groups}
                rowId={rowId}
                current={current?.id ?? null}
                onCurrentChange={setWanted}
                onOpen={() => current && void decide(current, 'approve', '')}
                empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
              />
            ) : (
              !answer.error && <Skeleton lines={8} />
            )}
          </>
        }
        pane={
          current && (
            <PaperPage
              key={current.id}
              id={current.id}
              version={current.version}
              title={paperName(current)}
              note={today === undefined ? '' : t.asked(current.askedBy, momentInWords(current.askedAt, today))}
            />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
    </>
  );
};

const NO_ROWS: readonly Row[] = [];
const rowId = (row: Row): string => row.id;
