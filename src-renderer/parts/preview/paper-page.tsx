import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { signingTexts as t } from '#renderer/text/signing-texts.ts';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { PreviewFrame } from '#renderer/ui/preview-frame.tsx';
import { Refusal } from '../refusal.tsx';
import type { PrintedValue } from './draw-page.ts';
import type { PageEdit } from './edit-place.ts';
import { PageView } from './page-view.tsx';
import styles from './paper-page.module.css';

type PaperPageProps = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Places that differ from the form; keep the list stable. */
  readonly edits?: readonly PageEdit[];
  readonly chosenEdit?: number | null;
  readonly note?: ReactNode;
  /** Told once the page stands on the screen: nobody signs what was not shown. */
  readonly onShown?: (id: string) => void;
};

type Look = 'edits' | 'clean';

/** An issued document as it was printed, with its deviations from the form when it has any. */
export const PaperPage = ({ id, version, title, edits = NO_EDITS, chosenEdit, note, onShown }: PaperPageProps) => {
  const file = useQueryCall('documents.file', { id, format: 'docx', version });
  const [look, setLook] = useState<Look>('edits');
  const hasEdits = edits.length > 0;
  const bytes = file.data?.bytes ?? null;
  const isAnswered = file.data !== undefined || file.error !== null;
  useEffect(() => {
    if (isAnswered) onShown?.(id);
  }, [isAnswered, id, onShown]);
  const tabs = useMemo(
    () =>
      hasEdits
        ? [
            { id: 'edits', label: t.page.edits },
            { id: 'clean', label: t.page.clean },
          ]
        : [],
    [hasEdits],
  );
  return (
    <PreviewFrame
      title={title}
      tabs={tabs}
      selectedTab={look}
      onSelectTab={(next) => setLook(next === 'clean' ? 'clean' : 'edits')}
      note={note}
      withLegend={false}
      inspector={
        hasEdits &&
        look === 'edits' && (
          <p className={styles.legend}>
            <DiffText pieces={LEGEND} />
          </p>
        )
      }
    >
      {file.error ? (
        <div className={styles.nothing}>
          {file.error.wire.code === 'document.noFile' ? (
            <Empty title={t.page.none}>{t.page.noneHint}</Empty>
          ) : (
            <Refusal error={file.error} />
          )}
        </div>
      ) : (
        <PageView
          key={look}
          title={title}
          docx={bytes}
          values={NO_VALUES}
          chosen={null}
          onChoose={nothing}
          edits={look === 'edits' ? edits : NO_EDITS}
          chosenEdit={chosenEdit ?? null}
        />
      )}
    </PreviewFrame>
  );
};

const NO_EDITS: readonly PageEdit[] = [];
const NO_VALUES: readonly PrintedValue[] = [];
const nothing = (): void => undefined;
const LEGEND = [
  { change: 'removed', text: t.page.removed },
  { change: 'same', text: '  ' },
  { change: 'added', text: t.page.added },
] as const;
