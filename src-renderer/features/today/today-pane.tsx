import { useMemo, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { FieldEditor } from '#renderer/parts/field-editor.tsx';
import { fieldInfo } from '#renderer/parts/field-info.ts';
import { mergeFindings, type Kind } from '#renderer/parts/findings.ts';
import { DocumentPreview } from '#renderer/parts/preview/document-preview.tsx';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { todayTexts } from '#renderer/text/today-texts.ts';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';

type TodayPaneProps = {
  readonly orderId: string;
  readonly today: string;
  /** The field of the worst problem stands open. */
  readonly mending: boolean;
  readonly onMend: (orderId: string | null) => void;
  readonly onOpenOrder: (id: string) => void;
};

/** The pack of the current row: its worst problem, mended here, and the page. */
export const TodayPane = ({ orderId, today, mending, onMend, onOpenOrder }: TodayPaneProps) => {
  const card = useQueryCall('orders.get', { order: orderId });
  const canEdit = useRight('orders.edit');
  const [kind, setKind] = useState<Kind | null>(null);
  const problem = useMemo(() => (card.data ? (mergeFindings(card.data.findings)[0] ?? null) : null), [card.data]);
  if (!card.data) return card.error ? <PageRefusal error={card.error} /> : <Skeleton lines={6} />;

  const order = card.data;
  const sheet = order.pack.find((each) => each.kind === kind) ?? order.pack[0];
  if (!sheet) return null;
  const info = problem === null || !canEdit ? null : fieldInfo(problem.field);
  return (
    <DocumentPreview
      title={todayTexts.order(order.number)}
      order={order}
      kind={sheet.kind}
      onKind={setKind}
      canEdit={canEdit}
      today={today}
      problem={
        problem &&
        problem.severity !== 'hint' &&
        (mending && info ? (
          <FieldEditor key={info.field} info={info} order={order} today={today} onDone={() => onMend(null)} />
        ) : (
          <ProblemLine
            framed
            tone={problem.severity === 'block' ? 'blocks' : 'warns'}
            mend={
              info
                ? { label: info.verb, keys: 'F2', onClick: () => onMend(orderId) }
                : { label: todayTexts.openCard, onClick: () => onOpenOrder(orderId) }
            }
          >
            {problem.text}
          </ProblemLine>
        ))
      }
    />
  );
};
