import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { previewTexts } from '#renderer/text/preview-texts.ts';
import { PreviewFrame } from '#renderer/ui/preview-frame.tsx';
import { ValueInspector } from '#renderer/ui/value-inspector.tsx';
import { FieldEditor } from '../field-editor.tsx';
import { fieldInfo } from '../field-info.ts';
import { shortTitle } from '../order-row.ts';
import { Refusal } from '../refusal.tsx';
import { useBase } from '../session.ts';
import type { PageMark, PrintedValue } from './draw-page.ts';
import { ExactPages } from './exact-pages.tsx';
import { PageView } from './page-view.tsx';
import styles from './document-preview.module.css';

type Card = OutputOf<'orders.get'>;
type Kind = Card['pack'][number]['kind'];

type DocumentPreviewProps = {
  readonly title: string;
  readonly order: Pick<Card, 'id' | 'revision' | 'pack'>;
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly problem?: ReactNode;
  readonly canEdit: boolean;
  readonly today: string;
};

/** The document as it will print, each value marked by its source and leading to its field. */
export const DocumentPreview = ({ title, order, kind, onKind, problem, canEdit, today }: DocumentPreviewProps) => {
  const preview = useQueryCall('packs.preview', { orderId: order.id, kind }, { keepsPrevious: true });
  const base = useBase().data;
  const [chosen, setChosen] = useState<PageMark | null>(null);
  const [editing, setEditing] = useState(false);
  const choose = useCallback((mark: PageMark | null) => {
    setChosen(mark);
    setEditing(false);
  }, []);
  const tabs = useMemo(
    () => order.pack.map((sheet) => ({ id: sheet.kind, label: shortTitle(sheet.kind) })),
    [order.pack],
  );
  const isOld = preview.isPlaceholderData;
  const info = chosen === null ? null : fieldInfo(chosen.origin.field);

  return (
    <PreviewFrame
      title={title}
      tabs={tabs}
      selectedTab={kind}
      onSelectTab={(id) => {
        choose(null);
        const next = order.pack.find((sheet) => sheet.kind === id);
        if (next) onKind(next.kind);
      }}
      state={isOld || preview.isFetching ? 'updating' : base?.pdfEngine ? 'exact' : 'draft'}
      note={<ExactPages orderId={order.id} kind={kind} number={preview.data?.number ?? ''} />}
      problem={problem}
      inspector={
        chosen &&
        (editing && info ? (
          <div className={styles.editor}>
            <FieldEditor
              key={`${chosen.path} ${order.revision}`}
              info={info}
              order={order}
              value={chosen.text}
              today={today}
              onDone={() => setEditing(false)}
            />
          </div>
        ) : (
          <ValueInspector
            value={chosen.text}
            field={info?.label ?? fieldWords(chosen)}
            source={previewTexts.sources[chosen.origin.source]}
            onEdit={canEdit && info ? () => setEditing(true) : undefined}
          />
        ))
      }
    >
      {preview.error && !preview.data ? (
        <div className={styles.refusal}>
          <Refusal error={preview.error} />
        </div>
      ) : (
        <PageView
          title={title}
          docx={preview.data?.docx ?? null}
          values={preview.data?.values ?? NO_VALUES}
          chosen={isOld ? null : chosen}
          onChoose={choose}
        />
      )}
    </PreviewFrame>
  );
};

const NO_VALUES: readonly PrintedValue[] = [];

const fieldWords = (mark: PageMark): string =>
  mark.origin.source === 'computed' ? previewTexts.computedField : previewTexts.noField;
