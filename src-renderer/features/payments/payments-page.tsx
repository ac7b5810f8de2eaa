import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { paymentTexts as t } from '#renderer/text/payment-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { paymentActions, statementActions } from './payment-actions.ts';
import { paymentColumns } from './payment-columns.tsx';
import { PaymentPane } from './payment-pane.tsx';
import { groupsOf, rowAfter, type PaymentFilter, type PaymentRow } from './payment-row.ts';
import { PaymentsHead } from './payments-head.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import { StatementDrop } from './statement-drop.tsx';
import { StatementStrip } from './statement-strip.tsx';
import { ThresholdsDialog } from './thresholds-dialog.tsx';
import { usePaymentLife } from './use-payment-life.ts';
import { useStatement } from './use-statement.ts';

const MOST_ROWS = 1000;

type Asked = 'rules' | 'thresholds' | 'undoImport' | null;

/** The accountant's desk: a bank's file in, what is paid, by whom, for what, and why the program thinks so. */
export const PaymentsPage = ({ onOpenDebts }: { readonly onOpenDebts: () => void }) => {
  const [filter, setFilter] = useState<PaymentFilter>('waiting');
  const answer = useQueryCall(
    'payments.list',
    { unmatched: filter === 'waiting', limit: MOST_ROWS },
    { keepsPrevious: true },
  );
  const statement = useQueryCall('statements.list', { limit: 1 }).data?.items[0] ?? null;
  const today = useBase().data?.today;
  const canEdit = useRight('payments.edit');
  const file = useStatement();
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const { change, match, undoImport, error } = usePaymentLife();
  const [wanted, setWanted] = useState<string | null>(null);
  const [searching, setSearching] = useState(false);
  const [asked, setAsked] = useState<Asked>(null);

  const items = answer.data?.items ?? NO_ROWS;
  const groups = useMemo(() => groupsOf(items, filter), [items, filter]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  useEffect(focusList, []);

  const go = useCallback((id: string) => {
    setWanted(id);
    setSearching(false);
  }, []);
  /** The list moves on by itself: the next operation waits under the same key. */
  const settle = useCallback(
    async (doing: Promise<boolean>, id: string) => {
      const next = rowAfter(rows, id);
      if (!(await doing)) return;
      setSearching(false);
      if (filter === 'waiting' && next !== null) setWanted(next);
      focusList();
    },
    [rows, filter],
  );
  const actions = useMemo(
    () =>
      paymentActions({
        row: current,
        canEdit,
        accept: (row) => void settle(change('payments.accept', row, {}), row.id),
        search: () => setSearching(true),
        advance: (row) => void settle(change('payments.markAdvance', row, {}), row.id),
        notOurs: (row) => void settle(change('payments.notOurs', row, {}), row.id),
        undo: (row) => void change('payments.undo', row, {}),
        match: () => void match(),
        rules: () => setAsked('rules'),
        thresholds: () => setAsked('thresholds'),
        debts: onOpenDebts,
      }),
    [current, canEdit, settle, change, match, onOpenDebts],
  );
  const fileActions = useMemo(
    () =>
      statementActions({
        canEdit,
        choose: () => input?.click(),
        undoImport: statement === null ? null : () => setAsked('undoImport'),
      }),
    [canEdit, input, statement],
  );
  /** Enter on the row itself is the same as the button. */
  const accept = (id: string): void => {
    const accepting = rows.find((row) => row.id === id);
    if (canEdit && accepting !== undefined && !accepting.isSettled && accepting.kind !== 'unknown')
      void settle(change('payments.accept', accepting, {}), id);
  };
  const choose = (documentId: string): void => {
    if (current === null) return;
    void settle(change('payments.reassign', current, { documents: [{ documentId }], learn: true }), current.id);
  };
  const columns = useMemo(() => paymentColumns(today ?? ''), [today]);
  const tableGroups = useMemo(
    () => groups.map(({ id, rows: members }) => ({ id, title: t.groups[id], rows: members })),
    [groups],
  );
  const close = useCallback(() => setAsked(null), []);

  return (
    <StatementDrop enabled={canEdit} busy={file.busy} inputRef={setInput} onFile={(chosen) => void file.open(chosen)}>
      <PaymentsHead
        answer={answer.data}
        statement={statement}
        filter={filter}
        onFilter={setFilter}
        actions={fileActions}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {file.error && <PageRefusal error={file.error} />}
      {error && <PageRefusal error={error} />}
      {file.preview && (
        <StatementStrip
          preview={file.preview}
          busy={file.busy}
          onTake={(linkTo) => void file.take(linkTo).then(focusList)}
          onCancel={file.forget}
        />
      )}
      <SplitView
        paneLabel={t.pane}
        paneOpened={searching}
        onClosePane={() => setSearching(false)}
        list={
          answer.data && today !== undefined ? (
            <DataTable
              label={t.list}
              columns={columns}
              groups={tableGroups}
              rowId={rowId}
              current={current?.id ?? null}
              onCurrentChange={go}
              onOpen={accept}
              empty={<NothingHere filter={filter} hasStatement={statement !== null} onFilter={setFilter} />}
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        pane={
          current !== null && (
            <PaymentPane
              row={current}
              searching={searching}
              onChoose={choose}
              onCloseSearch={() => {
                setSearching(false);
                focusList();
              }}
            />
          )
        }
        actions={<ActionBar title={t.actions} actions={actions} />}
      />
      {file.question && (
        <ColumnsDialog
          key={file.question.data.asksAccount ? 'account' : 'columns'}
          question={file.question}
          busy={file.busy}
          onAnswer={file.answer}
          onClose={file.forget}
        />
      )}
      <RulesDialog opened={asked === 'rules'} onClose={close} />
      <ThresholdsDialog opened={asked === 'thresholds'} onClose={close} />
      {statement !== null && (
        <Dialog
          opened={asked === 'undoImport'}
          title={t.undoQuestion.title}
          onClose={close}
          actions={[
            {
              id: 'undo',
              label: t.undoQuestion.yes,
              keys: 'Ctrl+Enter',
              primary: true,
              run: () => void undoImport(statement.id).then(close),
            },
            { id: 'keep', label: t.undoQuestion.no, keys: 'Esc', run: close },
          ]}
        >
          {t.undoQuestion.note(statement.fileName, statement.operations)}
        </Dialog>
      )}
    </StatementDrop>
  );
};

const NO_ROWS: readonly PaymentRow[] = [];

const rowId = (row: PaymentRow): string => row.id;

type NothingHereProps = {
  readonly filter: PaymentFilter;
  readonly hasStatement: boolean;
  readonly onFilter: (filter: PaymentFilter) => void;
};

const NothingHere = ({ filter, hasStatement, onFilter }: NothingHereProps) => {
  if (!hasStatement)
    return (
      <Empty droppable title={t.empty.title}>
        {t.empty.text}
      </Empty>
    );
  if (filter === 'waiting') return <Empty title={t.done.title}>{t.done.text}</Empty>;
  return (
    <Empty title={t.nothing.title} action={<Button onClick={() => onFilter('all')}>{t.nothing.action}</Button>}>
      {t.nothing.text}
    </Empty>
  );
};
