import type { OutputOf } from '#shared/contract/index.ts';

export type Card = OutputOf<'orders.get'>;
