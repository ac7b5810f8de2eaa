import type { Effect } from '#shared/domain/process/effects.ts';
import type { LocalTime } from '#shared/domain/process/local-time.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { UserId } from '#shared/kernel/id.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { Random } from '../../ports/random.ts';
import type { Library } from './library.ts';

/** What the runner is made of, besides the base. */
export type World = { readonly library: Library; readonly random: Random };

/** Who caused what happens in one transaction, and when. Null: a clock, the journal, another process. */
export type Cause = {
  readonly now: LocalTime;
  readonly at: IsoInstant;
  readonly userId: UserId | null;
  readonly onBehalfOf: UserId | null;
};

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
export type Stores = WriteStores;
