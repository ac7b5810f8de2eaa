import { useCallback, useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { useListFocus } from '#renderer/parts/use-list-focus.ts';
import { PageRefusal } from '#renderer/parts/refusal.tsx';
import { useRight } from '#renderer/parts/session.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { editorTexts as t } from '#renderer/text/editor-texts.ts';
import { processTexts } from '#renderer/text/process-texts.ts';
import { ActionBar, type BarAction } from '#renderer/ui/action-bar.tsx';
import { DataTable, type TableColumn } from '#renderer/ui/data-table.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { focusList } from '#renderer/ui/focus-zones.ts';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { NewDialog } from './new-dialog.tsx';

type Row = OutputOf<'processes.list'>['items'][number];

type ProcessesPageProps = { readonly onOpen: (code: string) => void };

/** «Настройки → Бизнес-процессы»: all definitions, for administrators only. */
export const ProcessesPage = ({ onOpen }: ProcessesPageProps) => {
  const canEdit = useRight('processes.edit');
  if (canEdit) return <Processes onOpen={onOpen} />;
  return (
    <>
      <PageHead title={t.title} />
      <Empty title={t.noRight}>{t.noRightHint}</Empty>
    </>
  );
};

const Processes = ({ onOpen }: ProcessesPageProps) => {
  const answer = useQueryCall('processes.list', {});
  const { run, error } = useDeed();
  const client = useClient();
  const { show } = useToasts();
  const [wanted, setWanted] = useState<string | null>(null);
  const [asked, setAsked] = useState<'new' | 'copy' | 'off' | 'remove' | null>(null);
  useListFocus(answer.data !== undefined);
  const rows = answer.data?.items ?? NO_ROWS;
  const current = rows.find(({ code }) => code === wanted) ?? rows[0] ?? null;
  const groups = useMemo(
    () =>
      [...Map.groupBy(rows, ({ business }) => business)].map(([business, own]) => ({
        id: business,
        title: processTexts.businesses[business] ?? business,
        rows: own,
      })),
    [rows],
  );
  const back = useCallback(() => {
    setAsked(null);
    focusList();
  }, []);
  const turn = useCallback(
    ({ code, title }: Row, isActive: boolean) => {
      back();
      void run('processes.switch', { ...intent(), code, isActive }, () =>
        isActive ? t.turnedOn(title) : t.turnedOff(title),
      );
    },
    [run, back],
  );
  const remove = useCallback(
    async ({ code, title, hasDraft }: Row) => {
      back();
      if (hasDraft && (await run('processes.discardDraft', { ...intent(), code })) === null) return;
      // What has nothing but a draft is gone with it; what was released stays in the archive, switched off.
      const rest = await client.call('processes.get', { code });
      if (rest.ok) await run('processes.switch', { ...intent(), code, isActive: false });
      show({ text: t.removed(title) });
    },
    [run, client, show, back],
  );
  const actions = useMemo<readonly BarAction[]>(() => {
    const unlessCurrent = current === null ? { disabledReason: t.nothing } : {};
    return [
      {
        id: 'open',
        label: t.open,
        keys: 'Enter',
        primary: true,
        run: () => current && onOpen(current.code),
        ...unlessCurrent,
      },
      { id: 'create', label: t.create, keys: 'Ins', icon: 'plus', run: () => setAsked('new') },
      { id: 'copy', label: t.copy, keys: 'F9', icon: 'copy', run: () => setAsked('copy'), ...unlessCurrent },
      {
        id: 'turn',
        label: current?.isActive ? t.turnOff : t.turnOn,
        keys: 'Ctrl+B',
        run: () => {
          if (current?.isActive) setAsked('off');
          else if (current) turn(current, true);
        },
        ...unlessCurrent,
      },
      { id: 'remove', label: t.remove, keys: 'Del', quiet: true, run: () => setAsked('remove'), ...unlessCurrent },
    ];
  }, [current, turn, onOpen]);
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={t.subtitle}
        facts={[
          { label: t.facts.active, kind: 'count', value: rows.filter(({ isActive }) => isActive).length },
          { label: t.facts.draft, kind: 'count', value: rows.filter(({ hasDraft }) => hasDraft).length },
        ]}
      />
      {answer.error && !answer.data && <PageRefusal error={answer.error} />}
      {error && <PageRefusal error={error} />}
      {answer.data ? (
        <DataTable
          label={t.list}
          columns={COLUMNS}
          groups={groups}
          rowId={rowId}
          current={current?.code ?? null}
          onCurrentChange={setWanted}
          onOpen={onOpen}
        />
      ) : (
        !answer.error && <Skeleton lines={12} />
      )}
      <ActionBar title={t.actions} actions={actions} />
      {asked === 'new' && <NewDialog source={null} onMade={onOpen} onClose={back} />}
      {asked === 'copy' && current && <NewDialog source={current} onMade={onOpen} onClose={back} />}
      {asked === 'off' && current && (
        <AskDialog
          title={t.askOff(current.title)}
          note={t.askOffNote(current.running)}
          verb={t.turnOff}
          onYes={() => turn(current, false)}
          onClose={back}
        />
      )}
      {asked === 'remove' && current && (
        <AskDialog
          title={t.askRemove(current.title)}
          note={t.removeNote(current.running, current.finished)}
          verb={t.remove}
          onYes={() => void remove(current)}
          onClose={back}
        />
      )}
    </>
  );
};

const NO_ROWS: readonly Row[] = [];
const rowId = ({ code }: Row): string => code;

const stateOf = ({ isActive, hasDraft }: Row) => {
  if (hasDraft) return <StatusChip tone="yours">{t.states.draft}</StatusChip>;
  return isActive ? (
    <StatusChip tone="settled">{t.states.on}</StatusChip>
  ) : (
    <StatusChip tone="waiting">{t.states.off}</StatusChip>
  );
};

const count = (number: number): string => (number === 0 ? '' : String(number));

const COLUMNS: readonly TableColumn<Row>[] = [
  { id: 'title', title: t.columns.title, width: 'rest', cell: ({ title }) => <b title={title}>{title}</b> },
  { id: 'state', title: t.columns.state, width: 160, cell: stateOf },
  { id: 'version', title: t.columns.version, width: 84, align: 'right', figure: true, cell: ({ version }) => version },
  {
    id: 'running',
    title: t.columns.running,
    width: 84,
    align: 'right',
    figure: true,
    cell: ({ running }) => count(running),
  },
  {
    id: 'finished',
    title: t.columns.finished,
    width: 104,
    align: 'right',
    figure: true,
    cell: ({ finished }) => count(finished),
  },
  {
    id: 'roles',
    title: t.columns.roles,
    width: 320,
    cell: ({ rolesWithoutPeople }) => (
      <span title={rolesWithoutPeople.join(', ')}>{rolesWithoutPeople.join(', ')}</span>
    ),
  },
];
