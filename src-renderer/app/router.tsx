import {
  createBrowserHistory,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { parseAddress, type AddressSearch } from './address.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import {
  ApprovalsScreen,
  CheckScreen,
  CompareScreen,
  DebtScreen,
  PrintScreen,
  ReceptionScreen,
  RegisterScreen,
  RemindersScreen,
  SendingScreen,
  SigningScreen,
  TrayScreen,
} from './paper-pages.tsx';
import {
  CompositionScreen,
  DebtsScreen,
  DocumentsScreen,
  MonthEndScreen,
  OneCScreen,
  OrderScreen,
  OrdersScreen,
  SyncScreen,
  PaymentsScreen,
  TemplatesScreen,
  TodayScreen,
} from './pages.tsx';
import {
  BoardScreen,
  ControlScreen,
  EditorScreen,
  GuideScreen,
  PlanScreen,
  ProcessesScreen,
  RecordScreen,
  RecordsScreen,
  ReportScreen,
  ReportsScreen,
  ShipmentsScreen,
  TasksScreen,
} from './process-pages.tsx';

const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: (search: Readonly<Record<string, unknown>>): AddressSearch => parseAddress(search),
});

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: TodayScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/orders', component: OrdersScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/orders/$orderId', component: OrderScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/documents', component: DocumentsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/payments', component: PaymentsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/payments/debts', component: DebtsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end', component: MonthEndScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end/register', component: RegisterScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end/debt', component: DebtScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end/sending', component: SendingScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end/reminders', component: RemindersScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end/print', component: PrintScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/month-end/tray', component: TrayScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/reception', component: ReceptionScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/signing', component: SigningScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/signing/check', component: CheckScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/signing/approvals', component: ApprovalsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/signing/compare', component: CompareScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/1c', component: OneCScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/tasks', component: TasksScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes', component: BoardScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/list', component: RecordsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/control', component: ControlScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/shipments', component: ShipmentsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/week', component: PlanScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/reports', component: ReportsScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/kept/$reportId', component: ReportScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/processes/records/$recordId', component: RecordScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings/processes', component: ProcessesScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings/processes/$code', component: EditorScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/guide', component: GuideScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings/templates', component: TemplatesScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings/packs', component: CompositionScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/settings/sync', component: SyncScreen }),
]);

/**
 * `app://` serves one file, so the address lives after `#`; over http the server knows every path of the window, and a
 * link can be sent to a colleague.
 */
export const historyFor = (protocol: string): RouterHistory =>
  protocol === 'http:' || protocol === 'https:' ? createBrowserHistory() : createHashHistory();

export const createAppRouter = (history: RouterHistory) => createRouter({ routeTree, history, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
