import { createClient, type Client } from './client.ts';
import { createPageTransport } from './transports.ts';

/** The client of this page; in development an answer out of contract is an uncaught error in the console. */
export const createPageClient = (): Client =>
  createClient(createPageTransport(window), {
    onOutOfContract: import.meta.env.DEV
      ? (method, reason) => reportError(new TypeError(`${method} answered out of contract: ${reason}`))
      : null,
  });
