import {
  createBrowserHistory,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { DocumentsPage, OrdersPage, TodayPage } from './pages.tsx';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: TodayPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/orders', component: OrdersPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/documents', component: DocumentsPage }),
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
