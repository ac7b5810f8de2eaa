import { useCallback, useEffect, useMemo, useState } from 'react';
import { capitalize } from '#shared/kernel/text.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { mergeFindings } from '#renderer/parts/findings.ts';
import { IssueResult } from '#renderer/parts/issue-result.tsx';
import { plannedCount } from '#renderer/parts/order-row.ts';
import { DocumentPreview } from '#renderer/parts/preview/document-preview.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { useIssue } from '#renderer/parts/use-issue.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { documentTexts } from '#renderer/text/document-texts.ts';
import { issueTexts } from '#renderer/text/issue-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderPack } from './order-pack.tsx';
import { OrderProblems } from './order-problems.tsx';
import type { Card, Kind } from './card.ts';

type OrderPageProps = {
  readonly orderId: string;
  /** The document shown at the right; the first one when absent or foreign. */
  readonly sheet: Kind | undefined;
  readonly onSheet: (kind: Kind) => void;
  readonly onBack: () => void;
};

/** One order: its pack, what is wrong with it, its history; at the right the page of the chosen document. */
export const OrderPage = ({ orderId, ...rest }: OrderPageProps) => {
  const card = useQueryCall('orders.get', { order: orderId });
  const base = useBase();
  if (card.data && base.data)
    return <OrderCard key={card.data.id} order={card.data} today={base.data.today} {...rest} />;
  const error = card.error ?? base.error;
  return (
    <>
      <PageHead title={orderTexts.title} back={{ label: orderTexts.back, onClick: rest.onBack }} />
      {error ? <PageRefusal error={error} /> : <Skeleton lines={8} />}
    </>
  );
};

type OrderCardProps = Omit<OrderPageProps, 'orderId'> & { readonly order: Card; readonly today: string };

const OrderCard = ({ order, today, sheet, onSheet, onBack }: OrderCardProps) => {
  const canEdit = useRight('orders.edit');
  const canIssue = useRight('documents.issue');
  const { issue, running, outcome, forget } = useIssue();
  const { open, save, error: fileError } = useOpenDocument();
  const [mending, setMending] = useState<string | null>(null);
  const current = order.pack.find(({ kind }) => kind === sheet) ?? order.pack[0] ?? null;
  const problems = useMemo(() => mergeFindings(order.findings), [order.findings]);
  const [isPageShown, setPageShown] = useState(false);
  const showPage = useCallback(() => setPageShown(true), []);
  const hidePage = useCallback(() => setPageShown(false), []);
  useHotkeys(
    orderTexts.actions,
    useMemo(
      () => [{ keys: 'Esc', label: orderTexts.back, run: () => stepBack(isPageShown, hidePage, onBack) }],
      [isPageShown, hidePage, onBack],
    ),
  );
  const stopMending = useCallback(() => setMending(null), []);
  useEffect(focusList, []);

  const actions = useMemo<readonly BarAction[]>(() => {
    const count = plannedCount(order.pack);
    const hasBlocked = order.pack.some(({ state }) => state === 'blocked');
    const reason = !canIssue
      ? issueTexts.noRight
      : running
        ? issueTexts.running
        : count > 0
          ? undefined
          : hasBlocked
            ? issueTexts.blocked
            : issueTexts.nothing;
    const file = current?.files.find(({ format }) => format === 'docx') ?? current?.files[0];
    const documentId = current?.documentId ?? null;
    const noFile = documentId === null || !file ? { disabledReason: capitalize(documentTexts.none) } : {};
    return [
      {
        id: 'issue',
        label: issueTexts.button(count),
        keys: 'Ctrl+Enter',
        primary: true,
        run: () => void issue([order]),
        ...(reason === undefined ? {} : { disabledReason: reason }),
      },
      {
        id: 'open',
        label: documentTexts.open,
        icon: 'external-link',
        keys: 'Ctrl+O',
        run: () => documentId && file && void open(documentId, file.format),
        ...noFile,
      },
      {
        id: 'save',
        label: orderTexts.card.files,
        icon: 'download',
        keys: 'Ctrl+Shift+O',
        run: () => {
          for (const each of current?.files ?? []) if (documentId) void save(documentId, each.format);
        },
        ...noFile,
      },
    ];
  }, [order, current, canIssue, running, issue, open, save]);

  return (
    <>
      <OrderHead order={order} today={today} onBack={onBack} />
      <SplitView
        size="wide"
        paneLabel={documentTexts.preview}
        paneOpened={isPageShown}
        onClosePane={hidePage}
        list={
          <ScrollColumn>
            {outcome && <IssueResult outcome={outcome} onClose={forget} />}
            {fileError && <PageRefusal error={fileError} />}
            <OrderPack pack={order.pack} current={current?.kind ?? null} onCurrent={onSheet} onOpen={showPage} />
            <OrderProblems
              order={order}
              problems={problems}
              mending={mending}
              canEdit={canEdit}
              today={today}
              onMend={setMending}
              onDone={stopMending}
              onSheet={onSheet}
            />
            <OrderHistory history={order.history} today={today} />
          </ScrollColumn>
        }
        pane={
          current && (
            <DocumentPreview
              title={titleOf(current)}
              order={order}
              kind={current.kind}
              onKind={onSheet}
              canEdit={canEdit}
              today={today}
            />
          )
        }
        actions={
          <ActionBar title={orderTexts.actions} actions={actions} spareKeys={problems.length > 0 ? SPARE_KEYS : []} />
        }
      />
    </>
  );
};

/** Esc goes back one step: from the page to the pack, from the pack to the list. */
const stepBack = (isPageShown: boolean, hidePage: () => void, onBack: () => void): void => {
  const isInPack = document.activeElement?.closest('[data-zone="list"]') !== null;
  if (isInPack && !isPageShown) onBack();
  else {
    hidePage();
    focusList();
  }
};

const titleOf = (item: Card['pack'][number]): string =>
  item.number === '' ? orderTexts.card.draft : orderTexts.card.number(item.number);

const SPARE_KEYS = [{ keys: 'N', label: orderTexts.card.previous }];
