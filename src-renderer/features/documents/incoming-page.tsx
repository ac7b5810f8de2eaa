import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { leaveToList } from '#renderer/parts/leave-to-list.ts';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { useSettled } from '#renderer/parts/use-settled.ts';
import { incomingTexts as t } from '#renderer/text/incoming-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { incomingColumns, type IncomingRow } from './incoming-columns.tsx';
import { IncomingDialog } from './incoming-dialog.tsx';
import { useIncoming } from './use-incoming.ts';
import { WayField, type Way } from './way-field.tsx';
import styles from './incoming.module.css';

type IncomingPageProps = {
  /** ИНН of the company whose papers are shown; all when absent. */
  readonly org: string | undefined;
  readonly text: string | undefined;
  readonly onText: (text: string | undefined) => void;
  readonly onWay: (way: Way) => void;
  readonly onOpenOrder: (orderId: string) => void;
};

const TYPING_MS = 150;
const LIMIT = 500;
const NO_ROWS: readonly IncomingRow[] = [];

/** «Входящие»: what suppliers and carriers wrote to us, what is paid by it, and entering it. */
export const IncomingPage = ({ org, text, onText, onWay, onOpenOrder }: IncomingPageProps) => {
  const asked = useSettled(text, TYPING_MS);
  const answer = useQueryCall(
    'incoming.list',
    { text: asked, organisation: org, limit: LIMIT },
    { keepsPrevious: true },
  );
  const today = useBase().data?.today;
  const { attach, save, annul, error } = useIncoming();
  const [canAdd, canAnnul] = [useRight('incoming.add'), useRight('documents.annul')];
  const [wanted, setWanted] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [annulling, setAnnulling] = useState<IncomingRow | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  useEffect(focusList, []);
  useHotkeys(
    t.list,
    useMemo(() => [{ keys: 'Ctrl+F', label: orderTexts.filters.text, run: () => search.current?.select() }], []),
  );
  const closeAdding = useCallback(() => setAdding(false), []);
  const columns = useMemo(() => incomingColumns(today ?? ''), [today]);
  const groups = useMemo(() => [{ id: 'all', rows }], [rows]);
  const actions = useMemo<readonly BarAction[]>(
    () =>
      actionsOf({
        current,
        canAdd,
        canAnnul,
        onAdd: () => setAdding(true),
        onOrder: () => current?.orderId && onOpenOrder(current.orderId),
        onAttach: () => input?.click(),
        onSave: () => current && void save(current.id),
        onAnnul: () => setAnnulling(current),
      }),
    [current, canAdd, canAnnul, onOpenOrder, save, input],
  );
  const total = answer.data?.total ?? 0;

  return (
    <>
      <PageHead
        title={t.title}
        subtitle={answer.data && (total > rows.length ? t.shown(rows.length, total) : t.total(total))}
      >
        <div className={styles.filters} role="search">
          <WayField way="incoming" onWay={onWay} />
          <div className={styles.text}>
            <TextField
              ref={search}
              label={`${orderTexts.filters.text} (Ctrl+F)`}
              placeholder={t.search}
              value={text ?? ''}
              onChange={(words) => onText(words === '' ? undefined : words)}
              onKeyDown={leaveToList}
            />
          </div>
        </div>
      </PageHead>
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      {annulling && (
        <ReasonEditor
          label={t.annulReason(annulling.title, annulling.number)}
          hint={t.annulHint}
          verb={t.annul}
          onReason={(reason) => {
            void annul(annulling.id, reason);
            setAnnulling(null);
          }}
          onCancel={() => setAnnulling(null)}
        />
      )}
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
                if (row?.orderId) onOpenOrder(row.orderId);
              }}
              empty={
                text === undefined ? (
                  <Empty title={t.empty}>{t.emptyHint}</Empty>
                ) : (
                  <Empty title={t.nothing} action={<Button onClick={() => onText(undefined)}>{t.clear}</Button>} />
                )
              }
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      <input
        ref={setInput}
        className={styles.file}
        type="file"
        aria-label={t.chooseFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file && current) void attach(current.id, file);
          event.currentTarget.value = '';
        }}
      />
      {adding && today !== undefined && <IncomingDialog today={today} onClose={closeAdding} />}
    </>
  );
};

const rowId = (row: IncomingRow): string => row.id;

type ActionsAsked = {
  readonly current: IncomingRow | null;
  readonly canAdd: boolean;
  readonly canAnnul: boolean;
  readonly onAdd: () => void;
  readonly onOrder: () => void;
  readonly onAttach: () => void;
  readonly onSave: () => void;
  readonly onAnnul: () => void;
};

const because = (reason: string | false): { disabledReason?: string } =>
  reason === false ? {} : { disabledReason: reason };

const actionsOf = ({ current, canAdd, canAnnul, ...on }: ActionsAsked): readonly BarAction[] => {
  const nothing = current === null && t.nothingChosen;
  const annulled = current?.state === 'annulled' && t.isAnnulled;
  return [
    {
      id: 'add',
      label: t.add,
      icon: 'file-plus',
      keys: 'Ctrl+Enter',
      primary: true,
      run: on.onAdd,
      ...because(!canAdd && t.noRight),
    },
    {
      id: 'order',
      label: t.openOrder,
      icon: 'clipboard-list',
      keys: 'Enter',
      run: on.onOrder,
      ...because(nothing || (current?.orderId === null && t.noOrder)),
    },
    {
      id: 'attach',
      label: t.attach,
      keys: 'Ctrl+O',
      run: on.onAttach,
      ...because((!canAdd && t.noRight) || nothing || annulled),
    },
    {
      id: 'save',
      label: t.save,
      icon: 'download',
      keys: 'Ctrl+Shift+O',
      run: on.onSave,
      ...because(nothing || (current?.file === null && t.noFile)),
    },
    {
      id: 'annul',
      label: t.annul,
      keys: 'Del',
      quiet: true,
      run: on.onAnnul,
      ...because((!canAnnul && t.noAnnulRight) || nothing || annulled),
    },
  ];
};
