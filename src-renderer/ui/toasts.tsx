import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';

export type Toast = {
  readonly id: number;
  /** What has been done: «Выпущено 5 документов». Failures are not toasts: they stay in their place. */
  readonly text: string;
  /** Takes it back; Ctrl+Z does the same. */
  readonly undo?: () => void;
};

type Toasts = {
  readonly toasts: readonly Toast[];
  /** Stays in the job bar after the strip has gone. */
  readonly last: Toast | null;
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
};

const ToastContext = createContext<Toasts>({
  toasts: [],
  last: null,
  show: () => undefined,
  dismiss: () => undefined,
});

export const useToasts = (): Toasts => use(ToastContext);

type State = { readonly toasts: readonly Toast[]; readonly last: Toast | null; readonly nextId: number };

/** Keeps what was done a moment ago; `ToastStack` draws it. */
export const ToastProvider = ({ children }: { readonly children: ReactNode }) => {
  const [state, setState] = useState<State>({ toasts: [], last: null, nextId: 1 });
  const show = useCallback((toast: Omit<Toast, 'id'>) => {
    setState(({ toasts, nextId }) => {
      const added = { ...toast, id: nextId };
      return { toasts: [...toasts, added], last: added, nextId: nextId + 1 };
    });
  }, []);
  const dismiss = useCallback((id: number) => {
    setState((state) => ({ ...state, toasts: state.toasts.filter((toast) => toast.id !== id) }));
  }, []);
  const value = useMemo(
    () => ({ toasts: state.toasts, last: state.last, show, dismiss }),
    [state.toasts, state.last, show, dismiss],
  );
  return <ToastContext value={value}>{children}</ToastContext>;
};
