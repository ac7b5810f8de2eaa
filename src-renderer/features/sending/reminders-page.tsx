import { useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { saveFile } from '#renderer/parts/save-file.ts';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { sendingTexts } from '#renderer/text/sending-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import styles from './sending.module.css';

type Row = OutputOf<'reminders.plan'>['items'][number];

const t = sendingTexts.reminders;

type RemindersPageProps = { readonly org: string | undefined; readonly onTab: (tab: ClosingTab) => void };

/** One grouped letter per counterparty with everything missing, on the third, seventh and fourteenth working day. */
export const RemindersPage = ({ org, onTab }: RemindersPageProps) => {
  const own = org === undefined ? {} : { organisation: org };
  const [all, setAll] = useState(false);
  const due = useQueryCall('reminders.plan', { ...own, all: false });
  const everybody = useQueryCall('reminders.plan', { ...own, all: true });
  const answer = all ? everybody : due;
  const canSend = useRight('documents.send');
  const { run, error } = useDeed();
  const [wanted, setWanted] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  useListFocus(answer.data !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find((row) => rowId(row) === wanted) ?? rows[0] ?? null;
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const chosen = useMemo(() => {
    const picked = rows.filter((row) => marked.has(rowId(row)));
    return picked.length > 0 ? picked : rows;
  }, [rows, marked]);
  useHotkeys(
    t.filters,
    useMemo(() => [{ keys: 'V', label: t.filters, run: () => setAll((before) => !before) }], []),
  );
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = canSend ? (chosen.length === 0 ? t.nothing : null) : sendingTexts.reasons.noRight;
    const blocked = reason === null ? {} : { disabledReason: capitalize(reason) };
    return [
      {
        id: 'make',
        label: t.make(chosen.length),
        keys: 'Ctrl+Enter',
        icon: 'mail-forward',
        primary: true,
        run: () => {
          const parties = chosen.map(({ partyId }) => partyId);
          const request = { ...intent(), ...(org === undefined ? {} : { organisation: org }), parties, all };
          void run('reminders.make', request, ({ letters }) => t.made(letters.length)).then(() => setMarked(new Set()));
        },
        ...blocked,
      },
      {
        id: 'codes',
        label: t.codes,
        keys: 'L',
        icon: 'barcode',
        run: () => {
          const documents = current?.documents.map(({ id }) => id) ?? [];
          void run('sending.codes', { documents }, ({ name }) => sendingTexts.labelsSaved(name)).then(
            (file) => file && saveFile(file.name, file.bytes),
          );
        },
        ...(current === null ? { disabledReason: capitalize(t.nothing) } : {}),
      },
    ];
  }, [canSend, chosen, org, all, run, current]);

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={answer.data && t.total(answer.data.documents, rows.length)}
        facts={
          answer.data ? [{ label: t.sum, kind: 'sum', value: <Money value={answer.data.sum} withCurrency /> }] : []
        }
        details={<ClosingTabs selected="reminders" onTab={onTab} />}
      >
        <FilterChips
          label={t.filters}
          selected={all ? 'all' : 'due'}
          onSelect={(id) => setAll(id === 'all')}
          chips={[
            { id: 'due', label: t.due, count: due.data?.items.length ?? 0 },
            { id: 'all', label: t.all, count: everybody.data?.items.length ?? 0 },
          ]}
        />
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        size="slim"
        paneLabel={t.pane}
        list={
          answer.data ? (
            <DataTable
              label={t.list}
              columns={COLUMNS}
              groups={groups}
              rowId={rowId}
              current={current === null ? null : rowId(current)}
              onCurrentChange={setWanted}
              marked={marked}
              onMarkedChange={setMarked}
              empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
            />
          ) : (
            !answer.error && <Skeleton lines={8} />
          )
        }
        pane={current && <Missing row={current} />}
        actions={<ActionBar title={t.actions} actions={actions} spareKeys={SPARE_KEYS} />}
      />
    </>
  );
};

const NO_ROWS: readonly Row[] = [];
const rowId = (row: Row): string => `${row.organisationId} ${row.partyId}`;
const SPARE_KEYS = [
  { keys: 'Space', label: closingTexts.register.mark },
  { keys: 'V', label: t.filters },
];

const Missing = ({ row }: { readonly row: Row }) => (
  <ScrollColumn label={t.pane}>
    <div className={styles.pane}>
      <h2 className={styles.title}>{row.counterparty}</h2>
      <p className={row.email === '' ? styles.wrong : styles.quiet}>{row.email === '' ? t.noEmail : row.email}</p>
      <ul>
        {row.documents.map((paper) => (
          <li key={paper.id} className={styles.line}>
            <span>
              <b>{paperName(paper)}</b> <span className={styles.quiet}>{formatDate(wireDate(paper.date))}</span>
            </span>
            <span className={styles.quiet}>{t.workingDays(paper.workingDays)}</span>
            <Money value={paper.sum} />
          </li>
        ))}
      </ul>
    </div>
  </ScrollColumn>
);

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: 'party',
    title: t.columns.party,
    width: 'rest',
    cell: (row) => <PartyName {...splitPartyName(row.counterparty)} />,
  },
  {
    id: 'documents',
    title: t.columns.documents,
    width: 90,
    align: 'right',
    figure: true,
    cell: (row) => row.documents.length,
  },
  {
    id: 'sum',
    title: t.columns.sum,
    width: 110,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.sum} />,
  },
  { id: 'step', title: t.columns.step, width: 150, cell: (row) => t.step(row.step) },
  {
    id: 'last',
    title: t.columns.last,
    width: 110,
    cell: (row) => (row.remindedOn === null ? t.never : formatDate(wireDate(row.remindedOn))),
  },
];
