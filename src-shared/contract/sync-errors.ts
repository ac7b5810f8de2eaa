import { z } from 'zod';

const text = z.string();

/** Refusals of the exchange with a CRM; `errors.ts` takes them in. */
export const SYNC_ERRORS = {
  'crm.none': z.object({}),
  'crm.unknownAccount': z.object({ account: text }),
  'crm.connected': z.object({ title: text }),
  'crm.noKey': z.object({ account: text }),
  /** What the CRM or the way to it says, in Russian, with what helps. */
  'crm.stopped': z.object({ message: text, action: text }),
  'crm.later': z.object({ message: text }),
  'crm.unknownEntry': z.object({ id: text }),
  'crm.entryMoved': z.object({ id: text }),
  'crm.unknownConflict': z.object({ id: text }),
} as const;
