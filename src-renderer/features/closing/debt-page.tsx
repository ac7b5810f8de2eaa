import { useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { splitPartyName, wireDate } from '#renderer/parts/order-row.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { OwedList } from '#renderer/parts/owed-list.tsx';
import { saveFile } from '#renderer/parts/save-file.ts';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useDeed } from '#renderer/parts/use-deed.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PartyName } from '#renderer/ui/party-name.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import styles from './closing.module.css';

type Row = OutputOf<'closing.debt'>['items'][number];

const t = closingTexts.debt;

const EVERYBODY = '';

type DebtPageProps = {
  readonly org: string | undefined;
  readonly onTab: (tab: ClosingTab) => void;
  readonly onShow: (partyId: string) => void;
};

/** Who has not given the originals back, with the money and the НДС at risk. */
export const DebtPage = ({ org, onTab, onShow }: DebtPageProps) => {
  const [manager, setManager] = useState(EVERYBODY);
  const asked = {
    ...(org === undefined ? {} : { organisation: org }),
    ...(manager === EVERYBODY ? {} : { manager }),
  };
  const answer = useQueryCall('closing.debt', asked, { keepsPrevious: true });
  const everybody = useQueryCall('closing.debt', org === undefined ? {} : { organisation: org }).data;
  const { run, error } = useDeed();
  const [wanted, setWanted] = useState<string | null>(null);
  useListFocus(answer.data !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ partyId }) => partyId === wanted) ?? rows[0] ?? null;
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const actions = useMemo<readonly BarAction[]>(() => {
    const nothing = current === null ? { disabledReason: capitalize(t.empty) } : {};
    return [
      {
        id: 'remind',
        label: t.remind,
        keys: 'Ctrl+Enter',
        icon: 'mail-forward',
        primary: true,
        run: () => onTab('reminders'),
        ...nothing,
      },
      { id: 'show', label: t.show, keys: 'Enter', run: () => current && onShow(current.partyId), ...nothing },
      {
        id: 'export',
        label: closingTexts.register.export,
        keys: 'Ctrl+E',
        icon: 'download',
        quiet: true,
        run: () =>
          void run(
            'closing.export',
            { what: 'debt', view: 'all', ...(org === undefined ? {} : { organisation: org }) },
            ({ name, rows: count }) => closingTexts.register.exported(name, count),
          ).then((file) => file && saveFile(file.name, file.bytes)),
      },
    ];
  }, [current, onTab, onShow, run, org]);
  const managers = everybody?.managers ?? [];

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={answer.data && t.total(answer.data.documents)}
        facts={
          answer.data
            ? [
                { label: t.sum, kind: 'sum', value: <Money value={answer.data.sum} withCurrency /> },
                { label: t.vat, kind: 'sum', value: <Money value={answer.data.vat} withCurrency /> },
              ]
            : []
        }
        details={<ClosingTabs selected="debt" onTab={onTab} />}
      >
        <div className={styles.filters}>
          <SelectField
            label={t.manager}
            options={[
              { value: EVERYBODY, label: t.everybody },
              ...managers.map((one) => ({ value: one.manager, label: `${one.manager || '—'}: ${one.documents}` })),
            ]}
            value={manager}
            onChange={(value) => setManager(value ?? EVERYBODY)}
          />
        </div>
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
              current={current?.partyId ?? null}
              onCurrentChange={setWanted}
              onOpen={onShow}
              empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
            />
          ) : (
            !answer.error && <Skeleton lines={10} />
          )
        }
        pane={current && <OwedList key={current.partyId} partyId={current.partyId} />}
        actions={<ActionBar title={closingTexts.debt.actions} actions={actions} />}
      />
    </>
  );
};

const NO_ROWS: readonly Row[] = [];
const rowId = (row: Row): string => row.partyId;

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
    cell: (row) => row.documents,
  },
  {
    id: 'sum',
    title: t.columns.sum,
    width: 110,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.sum} />,
  },
  {
    id: 'vat',
    title: t.columns.vat,
    width: 130,
    align: 'right',
    figure: true,
    cell: (row) => <Money value={row.vat} />,
  },
  { id: 'days', title: t.columns.days, width: 56, align: 'right', figure: true, cell: (row) => row.days },
  { id: 'managers', title: t.columns.managers, width: 130, cell: (row) => row.managers.join(', ') },
  {
    id: 'reminders',
    title: t.columns.reminders,
    width: 140,
    wideOnly: true,
    cell: (row) => t.reminded(row.reminders, row.remindedOn === null ? '' : formatDate(wireDate(row.remindedOn))),
  },
];
