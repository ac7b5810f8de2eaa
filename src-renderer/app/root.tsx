import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ThemeProvider } from '#renderer/theme/theme-provider.tsx';
import { HotkeyProvider } from '#renderer/ui/keys/hotkey-provider.tsx';
import { ToastProvider } from '#renderer/ui/toasts.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { createAppRouter } from './router.tsx';

type RootProps = { readonly queryClient: QueryClient; readonly router: ReturnType<typeof createAppRouter> };

/** Everything the screens stand on, from the outside in. */
export const Root = ({ queryClient, router }: RootProps) => (
  <ThemeProvider>
    <ErrorBoundary resetKey="">
      <QueryClientProvider client={queryClient}>
        <HotkeyProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </HotkeyProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  </ThemeProvider>
);
