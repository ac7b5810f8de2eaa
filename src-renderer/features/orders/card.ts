import type { OutputOf } from '#shared/contract/index.ts';

export type Card = OutputOf<'orders.get'>;

/** The kind of a document in its pack. */
export type Kind = Card['pack'][number]['kind'];
