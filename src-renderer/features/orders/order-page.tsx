import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { FieldEditor } from '#renderer/parts/field-editor.tsx';
import { fieldInfo } from '#renderer/parts/field-info.ts';
import { mergeFindings } from '#renderer/parts/findings.ts';
import { IssueResult } from '#renderer/parts/issue-result.tsx';
import { DocumentPreview } from '#renderer/parts/preview/document-preview.tsx';
import { ReasonEditor } from '#renderer/parts/reason-editor.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { useIssue } from '#renderer/parts/use-issue.ts';
import { useOpenDocument } from '#renderer/parts/use-open-document.ts';
import { documentTexts } from '#renderer/text/document-texts.ts';
import { lifeTexts } from '#renderer/text/life-texts.ts';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { useHotkeys } from '#renderer/ui/keys/use-hotkeys.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { OrderChanges } from './order-changes.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderOverridden } from './order-overridden.tsx';
import { OrderPack } from './order-pack.tsx';
import { OrderProblems } from './order-problems.tsx';
import { AddDocument } from './add-document.tsx';
import { cardActions } from './card-actions.ts';
import { OrderVersions } from './order-versions.tsx';
import { useAdded } from './use-added.ts';
import { useDocumentLife } from './use-document-life.ts';
import { useReissue } from './use-reissue.ts';
import { kindsFreedBy, useOverrides, type Override } from './use-overrides.ts';
import type { Card, Kind } from './card.ts';

type Item = Card['pack'][number];

type OrderPageProps = {
  readonly orderId: string;
  /** The document shown at the right; the first one when absent or foreign. */
  readonly sheet: Kind | undefined;
  readonly onSheet: (kind: Kind) => void;
  /** The value that somebody came to mend; its editor stands open until it is done. */
  readonly field: string | undefined;
  readonly onFieldDone: () => void;
  readonly onBack: () => void;
  readonly onSend: () => void;
  /** Where its papers are: what is needed to close it, its electronic waybill. */
  readonly way: ReactNode;
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

const OrderCard = ({
  order: saved,
  today,
  sheet,
  onSheet,
  field,
  onFieldDone,
  onBack,
  onSend,
  way,
}: OrderCardProps) => {
  const canEdit = useRight('orders.edit');
  const canIssue = useRight('documents.issue');
  const canStamp = useRight('documents.stamp');
  const canAnnul = useRight('documents.annul');
  const canOverride = useRight('documents.override');
  const { issue, running: isIssuing, outcome, forget } = useIssue();
  const { reissue, annul, agreeOffer, running: isReissuing, error: lifeError } = useDocumentLife();
  const { asked: remaking, start: remake, answer: giveReason, cancel: stopRemaking } = useReissue(reissue, canOverride);
  const { open, save, saveTwin, error: fileError } = useOpenDocument();
  const { order, kind: added, add, drop, error: addError } = useAdded(saved);
  const [mending, setMending] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [annulling, setAnnulling] = useState<string | null>(null);
  const current = order.pack.find(({ kind }) => kind === sheet) ?? firstToSee(order.pack);
  const wanted = field === undefined ? null : fieldInfo(field);
  const problems = useMemo(() => mergeFindings(order.findings), [order.findings]);
  const { overrides, add: addOverride, forget: forgetOverrides } = useOverrides(problems);
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

  const isAdding = added !== null && current?.kind === added;
  /** What is added goes out alone, and the pack without it. */
  const isMeant = (kind: Kind): boolean => (isAdding ? kind === added : kind !== added);
  const issueWith = (reasons: readonly Override[], facsimile = false) => {
    const meant = reasons.filter(({ rule }) => problems.some((one) => one.rule === rule && one.kinds.some(isMeant)));
    void issue([saved], meant, facsimile, isAdding ? [added] : undefined).then(({ refused }) => {
      if (refused.length === 0) forgetOverrides();
    });
  };
  /** The reason is kept; once nothing else stops a document of this finding, it goes out at once. */
  const override = (given: Override) => {
    const all = [...overrides.filter(({ rule }) => rule !== given.rule), given];
    const kinds = problems.filter(({ rule }) => rule === given.rule).flatMap((problem) => problem.kinds);
    addOverride(given);
    setAsked(null);
    if (kindsFreedBy(problems, all).some((kind) => kinds.includes(kind))) issueWith(all);
  };
  const actions = cardActions({
    order: saved,
    adding: isAdding ? current : null,
    current,
    freed: kindsFreedBy(problems, overrides).filter(isMeant).length,
    canIssue,
    canAnnul,
    canStamp,
    running: isIssuing || isReissuing,
    canSend: useRight('documents.send'),
    onSend,
    onIssue: () => issueWith(overrides),
    onIssueStamped: () => issueWith(overrides, true),
    onReissue: remake,
    onAgree: (id, isAgreed) => void agreeOffer(id, isAgreed),
    onAnnul: () => setAnnulling(current?.documentId ?? null),
    onOpen: (id, format) => void open(id, format),
    onSave: (id, format) => void save(id, format),
    onTwin: (id, format) => void saveTwin(id, format),
  });
  const leaving = order.pack.find(({ documentId }) => documentId !== null && documentId === annulling);

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
            {wanted && canEdit && <FieldEditor info={wanted} order={order} today={today} onDone={onFieldDone} />}
            {lifeError && remaking === null && <PageRefusal error={lifeError} />}
            <OrderPack pack={order.pack} current={current?.kind ?? null} onCurrent={onSheet} onOpen={showPage} />
            <AddDocument
              pack={saved.pack}
              added={added}
              onAdd={(kind) => {
                add(kind);
                onSheet(kind);
              }}
              onDrop={drop}
            />
            {addError && <PageRefusal error={addError} />}
            {leaving && (
              <ReasonEditor
                label={lifeTexts.annulReason(leaving.title, leaving.number)}
                hint={lifeTexts.annulHint}
                verb={lifeTexts.annul}
                onReason={(reason) => {
                  if (annulling !== null) void annul(annulling, reason);
                  setAnnulling(null);
                }}
                onCancel={() => setAnnulling(null)}
              />
            )}
            {remaking && (
              <ReasonEditor
                key={remaking.why}
                label={
                  remaking.why === 'override'
                    ? lifeTexts.overrideAgain(remaking.text)
                    : lifeTexts.correctionReason(remaking.item.title, remaking.item.number)
                }
                hint={remaking.why === 'override' ? lifeTexts.overrideHint : lifeTexts.correctionHint}
                verb={
                  remaking.why === 'override' ? lifeTexts.overrideDone : lifeTexts.correctShort(remaking.item.version)
                }
                onReason={giveReason}
                onCancel={stopRemaking}
              />
            )}
            <OrderChanges pack={order.pack} canIssue={canIssue} onReissue={remake} />
            {current?.documentId && <OrderVersions documentId={current.documentId} />}
            <OrderProblems
              order={order}
              problems={problems}
              mending={mending}
              canEdit={canEdit}
              today={today}
              onMend={setMending}
              onDone={stopMending}
              onSheet={onSheet}
              overriding={canIssue && canOverride ? { overrides, asked, onAsk: setAsked, onReason: override } : null}
            />
            {way}
            <OrderOverridden order={order} />
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

const titleOf = ({ number, state, version, wantsCorrection }: Item): string => {
  if (number === '') return orderTexts.card.draft;
  if (state !== 'stale') return orderTexts.card.number(number);
  return wantsCorrection ? lifeTexts.becomesCorrected(number, version) : lifeTexts.becomes(number, version + 1);
};

/** Whoever opens an order whose document has gone stale came for that document. */
const firstToSee = (pack: readonly Item[]): Item | null =>
  pack.find(({ state }) => state === 'stale') ?? pack[0] ?? null;

const SPARE_KEYS = [{ keys: 'N', label: orderTexts.card.previous }];
