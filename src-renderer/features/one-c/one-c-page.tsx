import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { DEFAULT_ED_VERSION } from '#shared/domain/exchange-1c/versions.ts';
import { addDays, isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { wireDate } from '#renderer/parts/order-row.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase } from '#renderer/parts/session.ts';
import { oneCTexts as t } from '#renderer/text/one-c-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { ColumnsQuestionDialog } from './columns-question.tsx';
import { comparedColumns, listColumns } from './one-c-columns.tsx';
import { OneCHead, type OneCAsked } from './one-c-head.tsx';
import { OneCHelp } from './one-c-help.tsx';
import { OneCPane } from './one-c-pane.tsx';
import { rowsOf, type OneCMode, type OneCRow } from './one-c-row.ts';
import { useOneC } from './use-one-c.ts';
import styles from './one-c.module.css';

type OneCPageProps = {
  readonly org: string | undefined;
  readonly onOrg: (inn: string) => void;
  readonly onOpenOrder: (orderId: string, kind?: DocumentKind, field?: string) => void;
  readonly onOpenIncoming: (number: string) => void;
};

/** The month before today: the one that is closed now. */
const lastMonth = (today: IsoDate): Pick<OneCAsked, 'from' | 'to'> => {
  const to = addDays(isoDate(`${today.slice(0, 7)}-01`), -1);
  return { from: isoDate(`${to.slice(0, 7)}-01`), to };
};

/** Documents to 1C with proof that all of them went, and what 1C has otherwise. */
export const OneCPage = ({ org, onOrg, ...opening }: OneCPageProps) => {
  const today = useBase().data?.today;
  const organisations = useQueryCall('organisations.list', {}).data?.items ?? [];
  const inn = org ?? organisations[0]?.inn;
  if (today === undefined || inn === undefined) return <Skeleton lines={12} />;
  return <Exchange today={wireDate(today)} inn={inn} organisations={organisations} onOrg={onOrg} {...opening} />;
};

type ExchangeProps = Pick<OneCPageProps, 'onOrg' | 'onOpenOrder' | 'onOpenIncoming'> & {
  readonly today: IsoDate;
  readonly inn: string;
  readonly organisations: Parameters<typeof OneCHead>[0]['organisations'];
};

const Exchange = ({ today, inn, organisations, onOrg, onOpenOrder, onOpenIncoming }: ExchangeProps) => {
  const [asked, setAsked] = useState<OneCAsked>(() => ({
    ...lastMonth(today),
    format: DEFAULT_ED_VERSION,
    onlyChanged: false,
  }));
  const { format: _format, ...period } = asked;
  const answer = useQueryCall('exchange.preview', { organisation: inn, ...period }, { keepsPrevious: true });
  const changed = useQueryCall('exchange.changed', { organisation: inn }).data;
  const exports = useQueryCall('exchange.exports', { organisation: inn, limit: 8 }).data?.items ?? [];
  const { exportMonth, accept, compare, compared, question, forgetQuestion, error, busy } = useOneC();
  const [mode, setMode] = useState<OneCMode>('leftOut');
  const [wanted, setWanted] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(focusList, []);

  const preview = answer.data;
  const rows = useMemo(() => rowsOf(mode, preview, changed, compared), [mode, preview, changed, compared]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const open = useCallback(
    (row: OneCRow | null) => {
      if (row?.incoming) onOpenIncoming(row.incoming);
      else if (row?.orderId) onOpenOrder(row.orderId, row.kind, row.field ?? undefined);
    },
    [onOpenOrder, onOpenIncoming],
  );
  const take = useCallback(
    async (file: File, columns?: Record<string, number>) => {
      if (await compare(file, inn, columns)) setMode('different');
    },
    [compare, inn],
  );
  const latest = exports[0];
  const goes = preview?.goes ?? 0;
  const actions = useMemo<readonly BarAction[]>(
    () => [
      {
        id: 'export',
        label: t.export(goes),
        icon: 'download',
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => void exportMonth({ organisation: inn, ...asked }),
        ...(goes === 0 || busy ? { disabledReason: busy ? t.busy : t.nothing } : {}),
      },
      {
        id: 'mend',
        label: t.mend,
        icon: 'pencil',
        keys: 'Enter',
        run: () => open(current),
        ...(current?.orderId || current?.incoming ? {} : { disabledReason: t.noOrder }),
      },
      { id: 'compare', label: t.compare, icon: 'arrows-exchange', keys: 'Ctrl+O', run: () => input.current?.click() },
      {
        id: 'accept',
        label: t.accept,
        icon: 'check',
        keys: 'Ctrl+L',
        run: () => latest && void accept(latest.id),
        ...(latest === undefined || latest.acceptedAt !== null
          ? { disabledReason: latest === undefined ? t.noExport : t.accepted }
          : {}),
      },
      { id: 'help', label: t.help, icon: 'help', keys: 'Shift+F1', quiet: true, run: () => setHelp(true) },
    ],
    [goes, exportMonth, inn, asked, busy, open, current, latest, accept],
  );
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);

  return (
    <>
      <OneCHead
        {...{ asked, today, organisations, onOrg, preview, mode }}
        org={inn}
        onAsked={setAsked}
        onMode={setMode}
        counts={{
          leftOut: preview?.leftOut.length ?? 0,
          remarks: preview?.remarks.length ?? 0,
          changed: changed?.items.length ?? 0,
          onlyOurs: compared?.onlyOurs.length,
          only1c: compared?.only1c.length,
          different: compared?.different.length,
        }}
      />
      {answer.error && !preview && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.pane}
        pane={<OneCPane preview={preview} exports={exports} />}
        list={
          preview ? (
            <DataTable
              label={t.list}
              columns={compared !== null && mode in compared ? comparedColumns : listColumns}
              groups={groups}
              rowId={rowId}
              current={current?.id ?? null}
              onCurrentChange={setWanted}
              onOpen={(id) => open(rows.find((row) => row.id === id) ?? null)}
              empty={<Empty title={t.empty[mode]}>{t.emptyHint(goes)}</Empty>}
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".xlsx,.xml"
        aria-label={t.chooseFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void take(file);
          event.currentTarget.value = '';
        }}
      />
      {question && (
        <ColumnsQuestionDialog
          question={question}
          onClose={forgetQuestion}
          onAnswer={(columns) => void take(question.file, columns)}
        />
      )}
      <OneCHelp opened={help} onClose={() => setHelp(false)} />
    </>
  );
};

const rowId = (row: OneCRow): string => row.id;
