import { z } from 'zod';
import type { CrmAccount } from '#main/ports/sync.ts';
import type { Json } from '#shared/domain/crm/json.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Calibration, ConnectorSettings } from '../connectors/connector.ts';

/** How an account is entered: the whole address as it was pasted (the key of Битрикс24 is inside) and the token. */
const key = z.object({ address: z.string(), token: z.string().nullable() });
export type AccountKey = z.infer<typeof key>;

/** Where keys of accounts are kept on this computer. */
export type KeyStore = {
  readonly read: (name: string) => Promise<string | null>;
  /** Null forgets it. Answers where it is: with the operating system, or in a file of this user. */
  readonly write: (name: string, value: string | null) => Promise<'system' | 'file'>;
};

const nameOf = (accountId: string): string => `crm:${accountId}`;

export const secretOf = async (keys: KeyStore, accountId: string): Promise<AccountKey | null> => {
  const text = await keys.read(nameOf(accountId));
  if (text === null) return null;
  const parsed = key.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
};

/** Null forgets it. */
export const storeSecret = (keys: KeyStore, accountId: string, secret: AccountKey | null): Promise<'system' | 'file'> =>
  keys.write(nameOf(accountId), secret === null ? null : JSON.stringify(secret));

const calibration = z.object({
  filterFormat: z.enum(['iso', 'wall', 'wallOfUser', 'moscow', 'none']),
  skewMinutes: z.number(),
  serverOffset: z.number(),
  userShiftMinutes: z.number(),
  doubtMinutes: z.number(),
  checkedAt: z.string().transform((text) => text as IsoInstant),
}) satisfies z.ZodType<Calibration>;

export const calibrationOf = (value: Calibration): Json => ({ ...value });

/** What the connector of a known account is made of. */
export const settingsOf = (account: CrmAccount, secret: AccountKey): ConnectorSettings => ({
  ...secret,
  mapping: account.mapping,
  calibration: calibration.nullable().catch(null).parse(account.calibration),
  installation: account.id.replaceAll('-', '').slice(0, 20),
});
