import { createContext, use } from 'react';

/** Told who has entered, and whether without a PIN: such a person comes back by themselves after a lost connection. */
export const RememberContext = createContext<(login: string, withoutPin: boolean) => void>(() => undefined);

export const useRemember = () => use(RememberContext);
