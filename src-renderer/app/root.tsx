import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { Client } from '#renderer/bridge/client.ts';
import { ClientContext } from '#renderer/bridge/client-context.ts';
import { ThemeProvider } from '#renderer/theme/theme-provider.tsx';
import { HotkeyProvider } from '#renderer/ui/keys/hotkey-provider.tsx';
import { ToastProvider } from '#renderer/ui/toasts.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { createAppRouter } from './router.tsx';

type RootProps = {
  readonly client: Client;
  readonly queryClient: QueryClient;
  readonly router: ReturnType<typeof createAppRouter>;
};

/** Everything the screens stand on, from the outside in. */
export const Root = ({ client, queryClient, router }: RootProps) => (
  <ThemeProvider>
    <ErrorBoundary resetKey="">
      <ClientContext value={client}>
        <QueryClientProvider client={queryClient}>
          <HotkeyProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </HotkeyProvider>
        </QueryClientProvider>
      </ClientContext>
    </ErrorBoundary>
  </ThemeProvider>
);
