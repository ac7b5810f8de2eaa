import type { WireEvent, WireMessage, WireRequest } from '#shared/contract/wire.ts';

/** One caller of the core: a window, a browser tab, a command line. Who acts is remembered per session. */
export type CoreSession = {
  /** Never throws: a refusal, even of nonsense, is a message with an error in it. */
  readonly call: (request: WireRequest) => Promise<WireMessage>;
  /** Stops this caller's running jobs that nobody else waits for. */
  readonly close: () => void;
};

/** The running core, wherever it lives: in this thread, in a worker, or in another process of the same user. */
export type CoreHost = {
  readonly openSession: (onEvent: (event: WireEvent) => void) => CoreSession;
  /** Finishes what runs, closes the base and gives the lock back. */
  readonly close: () => Promise<void>;
};

/** What the core is started with. Paths come from the command line or from main, never from a window. */
export type CoreOptions = {
  /** Folder of the base; null: the user's local data folder. */
  readonly baseFolder: string | null;
  /** `open` refuses a missing base, `create` refuses an existing one, `openOrDemo` makes a demo base when there is none. */
  readonly mode: 'open' | 'create' | 'openOrDemo';
  readonly version: string;
  /** Folder with `<kind>/form.docx`. */
  readonly templatesFolder: string;
  /** The bundled worker script that renders documents. */
  readonly renderWorkerUrl: string;
  /** The bundled worker script that reads bank statements. */
  readonly statementWorkerUrl: string;
  /** Where the code of the thread lies that reads scans and returned contracts. */
  readonly paperWorkerUrl: string;
  /** The bundled script of the thread that talks to CRMs. */
  readonly crmThreadUrl: string;
};
