import { useCallback, useMemo, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { paperColumns } from '#renderer/parts/paper-columns.tsx';
import { paperName, type PaperBrief } from '#renderer/parts/paper-row.tsx';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { SigningTabs, type SigningTab } from '#renderer/parts/section-tabs.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import { wayTexts } from '#renderer/text/way-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { checkGroups, passable, type CheckRow } from './check-groups.ts';
import { CheckPane } from './check-pane.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

const t = signingTexts.check;

const MOST_ROWS = 500;

type CheckPageProps = {
  readonly org: string | undefined;
  readonly onTab: (tab: SigningTab) => void;
  readonly onOpenOrder: (orderId: string, kind: CheckRow['kind']) => void;
};

/** The office manager's queue: is the document whole, may it go to the director, what must the manager mend. */
export const CheckPage = ({ org, onTab, onOpenOrder }: CheckPageProps) => {
  const answer = useQueryCall(
    'check.queue',
    { limit: MOST_ROWS, ...(org === undefined ? {} : { organisation: org }) },
    { keepsPrevious: true },
  );
  const today = useBase().data?.today;
  const canCheck = useRight('documents.issue');
  const { run, error } = useDeed();
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [giving, setGiving] = useState(false);
  const [submitting, setSubmitting] = useState<PaperBrief | null>(null);
  const closeSubmit = useCallback(() => setSubmitting(null), []);
  useListFocus(answer.data !== undefined && today !== undefined);

  const groups = useMemo(() => checkGroups(answer.data?.items ?? []), [answer.data]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const chosen = useMemo(() => passable(rows, marked, current), [rows, marked, current]);
  const columns = useMemo(
    () => [
      ...paperColumns<CheckRow>(today ?? ''),
      {
        id: 'manager',
        title: wayTexts.columns.manager,
        width: 130,
        wideOnly: true,
        cell: (row: CheckRow) => row.manager,
      },
    ],
    [today],
  );
  const go = useCallback((id: string) => {
    setWanted(id);
    setGiving(false);
  }, []);
  const pass = useCallback(async () => {
    const own = { ...intent(), ids: chosen.map(({ id }) => id) };
    await run('check.pass', own, ({ passed, items }) => t.passed(passed, items.length));
    setMarked(new Set());
  }, [chosen, run]);
  const give = async (row: CheckRow, reason: string): Promise<void> => {
    setGiving(false);
    await run('check.return', { ...intent(), id: row.id, reason }, () => t.given(paperName(row)));
  };
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = !canCheck ? t.noRight : current === null ? t.nothing : null;
    const blocked = reason === null ? {} : { disabledReason: capitalize(reason) };
    return [
      {
        id: 'pass',
        label: t.pass(chosen.length),
        keys: 'Ctrl+Enter',
        icon: 'check',
        primary: true,
        run: () => void pass(),
        ...blocked,
      },
      { id: 'give', label: t.give, keys: 'Backspace', run: () => setGiving(true), ...blocked },
      { id: 'submit', label: t.submit, keys: 'S', run: () => setSubmitting(current), ...blocked },
      {
        id: 'order',
        label: t.openOrder,
        keys: 'Enter',
        quiet: true,
        run: () => current?.orderId && onOpenOrder(current.orderId, current.kind),
        ...(current?.orderId ? {} : { disabledReason: capitalize(t.noOrder) }),
      },
    ];
  }, [canCheck, current, chosen, pass, onOpenOrder]);

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={answer.data && t.total(answer.data.total)}
        details={<SigningTabs selected="check" onTab={onTab} />}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.pane}
        list={
          <>
            {giving && current && (
              <ReasonEditor
                label={t.giveReason(paperName(current))}
                hint={t.giveHint}
                verb={t.giveShort}
                onReason={(reason) => void give(current, reason)}
                onCancel={() => setGiving(false)}
              />
            )}
            {answer.data && today !== undefined ? (
              <DataTable
                label={t.list}
                columns={columns}
                groups={groups}
                rowId={rowId}
                problem={faultLine}
                current={current?.id ?? null}
                onCurrentChange={go}
                marked={marked}
                onMarkedChange={setMarked}
                onOpen={(id) => {
                  const row = rows.find((each) => each.id === id);
                  if (row?.orderId) onOpenOrder(row.orderId, row.kind);
                }}
                empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
              />
            ) : (
              !answer.error && <Skeleton lines={10} />
            )}
          </>
        }
        pane={current && today !== undefined && <CheckPane key={current.id} row={current} today={today} />}
        actions={<ActionBar title={t.actions} actions={actions} spareKeys={SPARE_KEYS} />}
      />
      {submitting && <SubmitDialog paper={submitting} onClose={closeSubmit} />}
    </>
  );
};

const rowId = (row: CheckRow): string => row.id;

const faultLine = (row: CheckRow) => {
  const [fault] = row.faults;
  if (fault === undefined) return null;
  return <ProblemLine tone={row.stale ? 'warns' : 'blocks'}>{capitalize(row.faults.join('; '))}</ProblemLine>;
};

const SPARE_KEYS = [{ keys: 'Space', label: t.mark }];
