import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import type { AddressSearch } from './address.ts';
import { ReportPage } from '#renderer/features/analytics/report-page.tsx';
import { ReportsPage } from '#renderer/features/analytics/reports-page.tsx';
import type { BoardFilter } from '#renderer/features/board/board-filters.tsx';
import { BoardPage } from '#renderer/features/board/board-page.tsx';
import { ControlPage } from '#renderer/features/control/control-page.tsx';
import { ShipmentsPage } from '#renderer/features/control/shipments-page.tsx';
import { GuidePage } from '#renderer/features/guide/guide-page.tsx';
import { PlanPage } from '#renderer/features/plan-desk/plan-page.tsx';
import { EditorPage } from '#renderer/features/process-editor/editor-page.tsx';
import { ProcessesPage } from '#renderer/features/process-editor/processes-page.tsx';
import type { RecordFilter } from '#renderer/features/records/record-filters.tsx';
import { RecordPage } from '#renderer/features/records/record-page.tsx';
import { RecordsPage } from '#renderer/features/records/records-page.tsx';
import type { TaskFilter } from '#renderer/features/tasks/task-filter.ts';
import type { Paper } from '#renderer/features/tasks/task-pane.tsx';
import { TasksPage } from '#renderer/features/tasks/tasks-page.tsx';
import type { ProcessTab } from '#renderer/parts/process/process-tabs.tsx';
import { useOpenOrder } from './pages.tsx';
import { useAddress, useAddressPart } from './use-address.ts';

const TAB_PATHS = {
  board: '/processes',
  list: '/processes/list',
  control: '/processes/control',
  shipments: '/processes/shipments',
  week: '/processes/week',
  reports: '/processes/reports',
} as const satisfies Record<ProcessTab, string>;

const useTab = (): ((tab: ProcessTab) => void) => {
  const navigate = useNavigate();
  const { org, process } = useAddress();
  return useCallback(
    (tab) => void navigate({ to: TAB_PATHS[tab], search: { org, ...(tab === 'list' ? { process } : {}) } }),
    [navigate, org, process],
  );
};

/** Opens the card of a record from anywhere in the window. */
export const useOpenRecord = (): ((recordId: string) => void) => {
  const navigate = useNavigate();
  return useCallback(
    (recordId) =>
      void navigate({
        to: '/processes/records/$recordId',
        params: { recordId },
        search: ({ org }: AddressSearch) => ({ org }),
      }),
    [navigate],
  );
};

const useOpenTask = (): ((taskId: string) => void) => {
  const navigate = useNavigate();
  return useCallback(
    (taskId) =>
      void navigate({ to: '/tasks', search: ({ org }: AddressSearch) => ({ org, task: taskId, whose: 'all' }) }),
    [navigate],
  );
};

const useOpenReport = (): ((reportId: string) => void) => {
  const navigate = useNavigate();
  return useCallback(
    (reportId) =>
      void navigate({
        to: '/processes/kept/$reportId',
        params: { reportId },
        search: ({ org }: AddressSearch) => ({ org }),
      }),
    [navigate],
  );
};

/** Where a paper is made that the program left to a person: on the page of its order, else in the dialog of papers. */
const useMakePaper = (): ((paper: Paper) => void) => {
  const navigate = useNavigate();
  const openOrder = useOpenOrder();
  return useCallback(
    ({ kind, orderId }) => {
      if (orderId !== null) openOrder(orderId);
      else void navigate({ to: '/documents', search: ({ org }: AddressSearch) => ({ org, make: kind }) });
    },
    [navigate, openOrder],
  );
};

const useBack = (otherwise: '/processes' | '/settings/processes'): (() => void) => {
  const navigate = useNavigate();
  const { history } = useRouter();
  return useCallback(() => {
    if (history.canGoBack()) history.back();
    else void navigate({ to: otherwise });
  }, [history, navigate, otherwise]);
};

export const TasksScreen = (): ReactNode => {
  const { org, tasks, whose, text, task } = useAddress();
  const navigate = useNavigate();
  const filter = useCallback(
    (next: TaskFilter) =>
      void navigate({
        to: '/tasks',
        search: { org, tasks: next.view === 'open' ? undefined : next.view, whose: next.whose, text: next.text },
        replace: true,
      }),
    [navigate, org],
  );
  return (
    <TasksPage
      key={task}
      filter={{ view: tasks ?? 'open', whose, text }}
      onFilter={filter}
      taskId={task}
      onOpenRecord={useOpenRecord()}
      onOpenOrder={useOpenOrder()}
      onOpenReport={useOpenReport()}
      onMakePaper={useMakePaper()}
    />
  );
};

export const BoardScreen = (): ReactNode => {
  const { org, process, owner, text } = useAddress();
  const navigate = useNavigate();
  const filter = useCallback(
    (next: BoardFilter) => void navigate({ to: '/processes', search: { org, ...next }, replace: true }),
    [navigate, org],
  );
  return (
    <BoardPage
      filter={{ process, owner, text }}
      onFilter={filter}
      onTab={useTab()}
      onOpenRecord={useOpenRecord()}
      onOpenTask={useOpenTask()}
    />
  );
};

export const RecordsScreen = (): ReactNode => {
  const { org, process, status, text } = useAddress();
  const navigate = useNavigate();
  const filter = useCallback(
    (next: RecordFilter) => void navigate({ to: '/processes/list', search: { org, ...next }, replace: true }),
    [navigate, org],
  );
  return (
    <RecordsPage filter={{ process, status, text }} onFilter={filter} onTab={useTab()} onOpenRecord={useOpenRecord()} />
  );
};

export const RecordScreen = (): ReactNode => (
  <RecordPage
    recordId={useAddressPart('recordId')}
    onBack={useBack('/processes')}
    onOpenRecord={useOpenRecord()}
    onOpenTask={useOpenTask()}
    onOpenOrder={useOpenOrder()}
    onOpenReport={useOpenReport()}
  />
);

export const ControlScreen = (): ReactNode => {
  const navigate = useNavigate();
  const { org } = useAddress();
  const openTasks = useCallback(
    (whose: string) => void navigate({ to: '/tasks', search: { org, whose } }),
    [navigate, org],
  );
  return (
    <ControlPage onTab={useTab()} onOpenRecord={useOpenRecord()} onOpenTask={useOpenTask()} onOpenTasks={openTasks} />
  );
};

export const ShipmentsScreen = (): ReactNode => (
  <ShipmentsPage
    onTab={useTab()}
    onOpenTask={useOpenTask()}
    onOpenOrder={useOpenOrder()}
    onOpenRecord={useOpenRecord()}
  />
);

export const PlanScreen = (): ReactNode => <PlanPage onTab={useTab()} />;

export const ReportsScreen = (): ReactNode => {
  const { org, report } = useAddress();
  const navigate = useNavigate();
  const choose = useCallback(
    (code: string) => void navigate({ to: '/processes/reports', search: { org, report: code }, replace: true }),
    [navigate, org],
  );
  return <ReportsPage report={report} onReport={choose} onTab={useTab()} />;
};

export const ReportScreen = (): ReactNode => (
  <ReportPage reportId={useAddressPart('reportId')} onBack={useBack('/processes')} />
);

export const ProcessesScreen = (): ReactNode => {
  const navigate = useNavigate();
  const open = useCallback(
    (code: string) => void navigate({ to: '/settings/processes/$code', params: { code } }),
    [navigate],
  );
  return <ProcessesPage onOpen={open} />;
};

export const EditorScreen = (): ReactNode => (
  <EditorPage code={useAddressPart('code')} onBack={useBack('/settings/processes')} />
);

export const GuideScreen = (): ReactNode => <GuidePage />;
