import { useMemo, useState } from 'react';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { namesOf } from '#shared/domain/document/titles.ts';
import { useCommandCall, useQueryCall } from '#renderer/bridge/hooks.ts';
import type { PageMark, PrintedValue } from '#renderer/parts/preview/draw-page.ts';
import { PageView } from '#renderer/parts/preview/page-view.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { paperTexts as t } from '#renderer/text/paper-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { PaperFields } from './paper-fields.tsx';
import { emptyForm, formKindOf, requestOf, type PaperRequest } from './paper-form.ts';
import styles from './paper-dialog.module.css';

type PaperDialogProps = {
  readonly opened: boolean;
  /** Chosen beforehand, where the dialog makes such papers. */
  readonly kind?: DocumentKind | undefined;
  readonly today: string;
  readonly onClose: () => void;
};

/** Stands in for a request while the form is not filled; it is never sent. */
const UNASKED: PaperRequest = { kind: 'price-list', organisation: '-' };

/** «Выпустить…»: what, who with, for which period; the page beside it shows what will be printed. */
export const PaperDialog = ({ opened, kind, today, onClose }: PaperDialogProps) =>
  opened ? <OpenPaperDialog kind={kind} today={today} onClose={onClose} /> : null;

const OpenPaperDialog = ({ kind, today, onClose }: Omit<PaperDialogProps, 'opened'>) => {
  const [form, setForm] = useState(() => emptyForm(today, formKindOf(kind)));
  const [chosen, setChosen] = useState<PageMark | null>(null);
  const request = useMemo(() => requestOf(form), [form]);
  const preview = useQueryCall(
    'papers.preview',
    { paper: request ?? UNASKED },
    { enabled: request !== null, keepsPrevious: true },
  );
  const { mutate, error, isPending } = useCommandCall('papers.issue');
  const { show } = useToasts();
  const findings = preview.data?.findings ?? NO_FINDINGS;
  const blocks = findings.filter(({ severity }) => severity === 'block').length;
  const isReady = request !== null && preview.data !== undefined && !preview.isPlaceholderData;

  const actions = useMemo<readonly BarAction[]>(() => {
    const reason = isPending
      ? t.running
      : request === null
        ? t.incomplete
        : blocks > 0
          ? t.blocked(blocks)
          : isReady
            ? undefined
            : t.preview;
    return [
      {
        id: 'issue',
        label: t.issue(namesOf(form.kind).accusative),
        keys: 'Ctrl+Enter',
        primary: true,
        ...(reason === undefined ? {} : { disabledReason: reason }),
        run: () => {
          if (reason !== undefined || request === null) return;
          mutate(
            { commandId: crypto.randomUUID(), paper: request },
            {
              onSuccess: ({ issued: [paper] }) => {
                onClose();
                if (paper) show({ text: t.issued(paper.title, paper.number) });
              },
            },
          );
        },
      },
      { id: 'back', label: t.back, keys: 'Esc', run: onClose },
    ];
  }, [form.kind, request, blocks, isReady, isPending, mutate, onClose, show]);

  const refusal = error ?? (request === null ? null : preview.error);
  return (
    <Dialog opened wide title={t.title} note={t.note} actions={actions} onClose={onClose}>
      <div className={styles.columns}>
        <div className={styles.form}>
          <PaperFields form={form} onForm={setForm} today={today} />
          {refusal && <Refusal error={refusal} />}
          {request !== null && findings.length > 0 && (
            <ul className={styles.findings} aria-label={t.findings}>
              {findings.map(({ rule, code, field, message, severity }) => (
                <li key={`${rule} ${code} ${field}`} className={severity === 'block' ? styles.block : undefined}>
                  {message}
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className={styles.page}>
          {request !== null && preview.data ? (
            <PageView
              title={namesOf(form.kind).title}
              docx={preview.data.docx}
              values={preview.data.values ?? NO_VALUES}
              chosen={chosen}
              onChoose={setChosen}
            />
          ) : (
            <p className={styles.empty}>{t.preview}</p>
          )}
        </div>
      </div>
    </Dialog>
  );
};

const NO_FINDINGS: readonly never[] = [];
const NO_VALUES: readonly PrintedValue[] = [];
