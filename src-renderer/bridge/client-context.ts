import { createContext, useContext } from 'react';
import type { Client } from './client.ts';

/** Given once at the root: `<ClientContext value={client}>`. */
export const ClientContext = createContext<Client | null>(null);

export const useClient = (): Client => {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('there is no ClientContext above this component');
  return client;
};
