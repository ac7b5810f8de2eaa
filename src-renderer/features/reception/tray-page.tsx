import { useCallback, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { FileDrop } from '#renderer/parts/file-drop.tsx';
import { FindPaper, type FoundPaper } from '#renderer/parts/find-paper.tsx';
import { paperName } from '#renderer/parts/paper-row.tsx';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { saveFile } from '#renderer/parts/save-file.ts';
import { ClosingTabs, type ClosingTab } from '#renderer/parts/section-tabs.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { receptionTexts } from '#renderer/text/reception-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { ScanPages } from './scan-pages.tsx';
import styles from './reception.module.css';

type Part = OutputOf<'reception.tray'>['items'][number];

const t = receptionTexts.tray;

const MOST_ROWS = 500;

type Asked = 'find' | 'drop' | null;

/** «Разобрать»: pages that found no document, each shown, given to its document or put away by a person. */
export const TrayPage = ({ onTab }: { readonly onTab: (tab: ClosingTab) => void }) => {
  const answer = useQueryCall('reception.tray', { limit: MOST_ROWS });
  const today = useBase().data?.today ?? '';
  const canSend = useRight('documents.send');
  const client = useClient();
  const { run, running, error } = useDeed();
  const [wanted, setWanted] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const file = useRef<HTMLInputElement>(null);
  useListFocus(answer.data !== undefined);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const go = useCallback((id: string) => {
    setWanted(id);
    setAsked(null);
  }, []);
  const close = useCallback(() => {
    setAsked(null);
    focusList();
  }, []);
  const attach = useCallback(
    async (part: Part, paper: FoundPaper): Promise<void> => {
      const own = { ...intent(), id: part.id, documentId: paper.id };
      if (await run('reception.resolve', own, () => t.attached(paperName(paper)))) close();
    },
    [run, close],
  );
  const split = async (scan: File): Promise<void> => {
    const bytes = await base64Of(scan);
    await run('reception.scan', { ...intent(), name: scan.name, bytes }, (done) =>
      done.already ? receptionTexts.splitAlready : receptionTexts.split(done.pages, done.attached, done.unread),
    );
  };
  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = canSend ? (current === null ? t.nothing : null) : receptionTexts.noRight;
    const blocked = reason === null ? {} : { disabledReason: capitalize(reason) };
    return [
      {
        id: 'find',
        label: t.find,
        keys: 'Enter',
        icon: 'search',
        primary: true,
        run: () => setAsked('find'),
        ...blocked,
      },
      { id: 'drop', label: t.drop, keys: 'Del', run: () => setAsked('drop'), ...blocked },
      {
        id: 'open',
        label: t.open,
        keys: 'Ctrl+Shift+O',
        icon: 'download',
        run: () => {
          if (current === null) return;
          void client.call('reception.pages', { id: current.id }).then((pages) => {
            if (pages.ok) saveFile(pages.value.name, pages.value.bytes);
          });
        },
        ...(current === null ? blocked : {}),
      },
      {
        id: 'file',
        label: receptionTexts.choose,
        keys: 'Ctrl+O',
        icon: 'file-import',
        quiet: true,
        run: () => file.current?.click(),
        ...(canSend ? {} : { disabledReason: capitalize(receptionTexts.noRight) }),
      },
    ];
  }, [canSend, current, client]);

  return (
    <FileDrop
      label={receptionTexts.file}
      accept=".pdf"
      enabled={canSend && !running}
      inputRef={file}
      onFile={(scan) => void split(scan)}
    >
      <PageHead
        title={t.title}
        subtitle={answer.data && t.total(answer.data.total)}
        details={<ClosingTabs selected="tray" onTab={onTab} />}
        detailsEnd={running && receptionTexts.reading}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        size="wide"
        paneLabel={t.pane}
        onClosePane={close}
        list={
          <>
            {asked === 'drop' && current && (
              <ReasonEditor
                label={t.dropReason}
                hint={t.dropHint}
                verb={t.dropShort}
                onReason={(reason) => {
                  setAsked(null);
                  void run(
                    'reception.resolve',
                    { ...intent(), id: current.id, documentId: null, reason },
                    () => t.dropped,
                  );
                }}
                onCancel={() => setAsked(null)}
              />
            )}
            {answer.data ? (
              <DataTable
                label={t.list}
                columns={COLUMNS}
                groups={groups}
                rowId={rowId}
                current={current?.id ?? null}
                onCurrentChange={go}
                onOpen={() => canSend && setAsked('find')}
                empty={
                  <Empty droppable title={t.empty}>
                    {t.emptyHint}
                  </Empty>
                }
              />
            ) : (
              !answer.error && <Skeleton lines={8} />
            )}
          </>
        }
        pane={
          current && (
            <>
              {asked === 'find' && (
                <div className={styles.find}>
                  <FindPaper
                    label={t.find}
                    placeholder={t.search}
                    listLabel={t.found}
                    today={today}
                    view="awaited"
                    onChoose={(paper) => void attach(current, paper)}
                  />
                </div>
              )}
              <ScanPages key={current.id} partId={current.id} label={t.pages(current.from, current.to)} />
            </>
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
    </FileDrop>
  );
};

const NO_ROWS: readonly Part[] = [];
const rowId = (row: Part): string => row.id;

const COLUMNS: readonly TableColumn<Part>[] = [
  { id: 'file', title: t.columns.file, width: 'rest', cell: (row) => <b title={row.file}>{row.file}</b> },
  { id: 'pages', title: t.columns.pages, width: 90, figure: true, cell: (row) => t.pages(row.from, row.to) },
  {
    id: 'why',
    title: t.columns.why,
    width: 220,
    cell: (row) => <span title={row.reason}>{row.reason || t.states[row.state]}</span>,
  },
  { id: 'code', title: t.columns.code, width: 110, wideOnly: true, figure: true, cell: (row) => row.code },
];
