import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useBase, useRight } from '#renderer/parts/session.ts';
import { templateTexts as t } from '#renderer/text/template-texts.ts';
import { ActionBar } from '#renderer/ui/action-bar.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SplitView } from '#renderer/ui/split-view.tsx';
import { FieldsDialog } from './fields-dialog.tsx';
import { NewTemplateDialog } from './new-template.tsx';
import { templateColumns } from './template-columns.tsx';
import { TemplatePane } from './template-pane.tsx';
import styles from './templates.module.css';
import { TrialDialog } from './trial-dialog.tsx';
import { useBar } from './use-bar.ts';
import { isBroken, useTemplates, type NewTemplate, type TemplateRow, type Trial } from './use-templates.ts';
import { VersionsDialog } from './versions-dialog.tsx';

/** «Настройки → Шаблоны»: the customer's own forms, for those who may change them. */
export const TemplatesPage = ({ onOpenRules }: { readonly onOpenRules: () => void }) => {
  const canEdit = useRight('templates.edit');
  const today = useBase().data?.today;
  if (today === undefined) return <Skeleton lines={12} />;
  if (canEdit) return <Templates today={today} onOpenRules={onOpenRules} />;
  return (
    <>
      <PageHead title={t.title} />
      <Empty title={t.noRight}>{t.noRightHint}</Empty>
    </>
  );
};

type Shown =
  | { readonly what: 'fields' | 'versions' }
  | { readonly what: 'file'; readonly file: File }
  | { readonly what: 'trial'; readonly trial: Trial };

const NO_ROWS: readonly TemplateRow[] = [];

type TemplatesProps = { readonly today: string; readonly onOpenRules: () => void };

const Templates = ({ today, onOpenRules }: TemplatesProps) => {
  const answer = useQueryCall('templates.list', {});
  const { add, open, copyPath, check, turn, takeBack, remove, tryOut, error, busy } = useTemplates();
  const [wanted, setWanted] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(focusList, []);

  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
  const groups = useMemo(
    () =>
      [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
        const own = rows.filter((row) => row.kind === kind);
        return { id: kind, title: own[0]?.title ?? kind, rows: own };
      }),
    [rows],
  );
  const close = useCallback(() => setShown(null), []);
  const take = useCallback(
    async (file: Blob, wish: NewTemplate) => {
      close();
      const row = await add(file, wish);
      if (row) setWanted(row.id);
      focusList();
    },
    [add, close],
  );
  const trial = useCallback(
    async (row: TemplateRow) => {
      const made = await tryOut(row);
      if (made) setShown({ what: 'trial', trial: made });
    },
    [tryOut],
  );
  const { bar, rare } = useBar({
    current,
    busy,
    onOpen: open,
    onAdd: useCallback(() => input.current?.click(), []),
    onTrial: trial,
    onCheck: check,
    onTurn: turn,
    onFields: useCallback(() => setShown({ what: 'fields' }), []),
    onVersions: useCallback(() => setShown({ what: 'versions' }), []),
    onRemove: remove,
    onRules: onOpenRules,
  });
  const kind = current?.kind ?? 'invoice';

  return (
    <>
      <PageHead
        title={t.title}
        facts={[
          { label: t.facts.all, kind: 'count', value: rows.length },
          { label: t.facts.broken, kind: 'count', value: rows.filter(isBroken).length },
        ]}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      <SplitView
        paneLabel={t.pane}
        pane={
          current && (
            <TemplatePane template={current} today={today} onCopyPath={(path) => void copyPath(path)} actions={rare} />
          )
        }
        list={
          answer.data ? (
            <DataTable
              label={t.list}
              columns={templateColumns}
              groups={groups}
              rowId={idOf}
              problem={firstProblem}
              current={current?.id ?? null}
              onCurrentChange={setWanted}
              onOpen={(id) => {
                const row = rows.find((one) => one.id === id);
                if (row) void open(row);
              }}
              empty={<Empty title={t.empty}>{t.emptyHint}</Empty>}
            />
          ) : (
            !answer.error && <Skeleton lines={12} />
          )
        }
        actions={<ActionBar title={t.actions} actions={bar} />}
      />
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".docx"
        aria-label={t.chooseFile}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) setShown({ what: 'file', file });
          event.currentTarget.value = '';
        }}
      />
      {shown?.what === 'file' && (
        <NewTemplateDialog
          file={shown.file}
          kind={kind}
          onAdd={(wish) => void take(shown.file, wish)}
          onClose={close}
        />
      )}
      {shown?.what === 'fields' && <FieldsDialog kind={kind} onClose={close} />}
      {shown?.what === 'trial' && <TrialDialog trial={shown.trial} onClose={close} />}
      {shown?.what === 'versions' && current && (
        <VersionsDialog
          template={current}
          today={today}
          onClose={close}
          onTake={(version) => {
            close();
            void takeBack(current, version);
          }}
        />
      )}
    </>
  );
};

const idOf = ({ id }: TemplateRow): string => id;

const firstProblem = (row: TemplateRow) => {
  const [first] = row.problems;
  if (first === undefined) return null;
  const stays = row.version === 0 ? '' : t.stays(row.version);
  return <ProblemLine tone={isBroken(row) ? 'blocks' : 'warns'}>{`${stays}${first.message}`}</ProblemLine>;
};
