import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { documentTexts as t } from '#renderer/text/document-texts.ts';
import { paperTexts } from '#renderer/text/paper-texts.ts';
import { paletteTexts } from '#renderer/text/palette-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { documentColumns, type DocumentRow } from './document-columns.tsx';
import { DocumentFilters } from './document-filters.tsx';
import { askOf, isFiltered, isShown, type DocumentsFilter } from './documents-filter.ts';
import { PaperDialog } from './paper-dialog.tsx';
import type { Way } from './way-field.tsx';

type DocumentsPageProps = {
  readonly filter: DocumentsFilter;
  /** The paper that the dialog opens with. */
  readonly make?: DocumentRow['kind'] | undefined;
  readonly onFilter: (filter: DocumentsFilter) => void;
  readonly onWay: (way: Way) => void;
  readonly onOpenOrder: (orderId: string, kind: DocumentRow['kind']) => void;
};

const TYPING_MS = 150;

/** The register of everything that has a number. */
export const DocumentsPage = ({ filter, make, onFilter, onWay, onOpenOrder }: DocumentsPageProps) => {
  const text = useSettled(filter.text, TYPING_MS);
  const answer = useQueryCall('documents.list', askOf({ ...filter, text }), { keepsPrevious: true });
  const today = useBase().data?.today;
  const { open, save, error } = useOpenDocument();
  const search = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [issuing, setIssuing] = useState(make !== undefined);
  const canIssue = useRight('documents.issue');
  const closeIssue = useCallback(() => setIssuing(false), []);
  const all = answer.data?.items ?? NO_ROWS;
  const rows = useMemo(() => all.filter((row) => isShown(row, { show: filter.show })), [all, filter.show]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  useEffect(focusList, []);

  const columns = useMemo(() => documentColumns(today ?? ''), [today]);
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const actions = useMemo<readonly BarAction[]>(() => {
    const file = current?.files.find(({ format }) => format === 'docx') ?? current?.files[0];
    const noFile = file ? {} : { disabledReason: capitalize(t.noFile) };
    return [
      {
        id: 'open',
        label: t.open,
        icon: 'external-link',
        keys: 'Ctrl+O',
        primary: true,
        run: () => current && file && void open(current.id, file.format),
        ...noFile,
      },
      {
        id: 'order',
        label: t.openOrder,
        icon: 'clipboard-list',
        keys: 'Enter',
        run: () => current?.orderId && onOpenOrder(current.orderId, current.kind),
        ...(current && current.orderId === null ? { disabledReason: capitalize(t.noOrder) } : {}),
      },
      {
        id: 'save',
        label: t.save,
        icon: 'download',
        keys: 'Ctrl+Shift+O',
        run: () => {
          for (const each of current?.files ?? []) if (current) void save(current.id, each.format);
        },
        ...noFile,
      },
      {
        id: 'issue',
        label: paperTexts.open,
        icon: 'file-plus',
        keys: 'Ctrl+Enter',
        run: () => setIssuing(true),
        ...(canIssue ? {} : { disabledReason: capitalize(paletteTexts.noRight(paletteTexts.officeManager)) }),
      },
    ];
  }, [current, open, save, onOpenOrder, canIssue]);
  const total = answer.data?.total ?? 0;

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={answer.data && (total > all.length ? t.shown(all.length, total) : t.total(rows.length))}
      >
        <DocumentFilters onWay={onWay} filter={filter} onFilter={onFilter} searchRef={search} />
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.title}
        pane={null}
        list={
          answer.data && today !== undefined ? (
            <DataTable
              label={t.list}
              columns={columns}
              groups={groups}
              rowId={rowId}
              current={current?.id ?? null}
              onCurrentChange={setWanted}
              onOpen={(id) => {
                const row = rows.find((each) => each.id === id);
                if (row?.orderId) onOpenOrder(row.orderId, row.kind);
              }}
              empty={
                isFiltered(filter) ? (
                  <Empty title={t.nothing} action={<Button onClick={() => onFilter({})}>{t.clear}</Button>}>
                    {t.nothingHint}
                  </Empty>
                ) : (
                  <Empty title={t.empty}>{t.emptyHint}</Empty>
                )
              }
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      {today !== undefined && <PaperDialog opened={issuing} kind={make} today={today} onClose={closeIssue} />}
    </>
  );
};

const NO_ROWS: readonly DocumentRow[] = [];

const rowId = (row: DocumentRow): string => row.id;
