import type { OutputOf } from '#shared/contract/index.ts';

/** What answered at the address of the wizard. */
export type Probe = OutputOf<'sync.probe'>;

/** What a person chose of it. */
export type Chosen = { readonly organisation: string; readonly fields: Readonly<Record<string, string>> };
