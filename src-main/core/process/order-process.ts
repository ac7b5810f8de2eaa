import { foldName, channelOf } from '#shared/domain/process/fold-name.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { Library } from './library.ts';
import { ORDER_PROCESSES } from './order-fields.ts';

type Stores = Pick<ReadStores, 'processes'>;

const isSameChannel = ({ channel = '' }: ProcessDefinition, other: string): boolean =>
  foldName(channel) === foldName(other);

/** Begins with the same event and the same records of the same business. */
const beginsLike = (one: ProcessDefinition, other: ProcessDefinition): boolean =>
  one.start.event !== undefined &&
  one.start.event === other.start.event &&
  one.business === other.business &&
  one.recordType === other.recordType;

/** Both would begin with one and the same document of one sales channel: «Заказ покупателя» of the site has one process (GAP-52). */
const isRival = (one: ProcessDefinition, other: ProcessDefinition): boolean =>
  one.code !== other.code && beginsLike(one, other) && isSameChannel(one, other.channel ?? '');

/** The process that is at work where this one would be; null when the place is free. */
export const rivalOf = (stores: Stores, library: Library, definition: ProcessDefinition): ProcessDefinition | null =>
  library.all(stores).find((each) => isRival(each, definition) && library.isActive(stores, each)) ?? null;

/** What new orders of the business go by: a process of their own sales channel, «Новый (сайт)», else that of the business. */
export const orderProcess = (
  stores: Stores,
  library: Library,
  { business, stage }: Pick<Order, 'business' | 'stage'>,
): ProcessDefinition | null => {
  const code = ORDER_PROCESSES[business];
  const usual = code === undefined ? null : library.current(stores, code);
  const channel = channelOf(stage);
  if (usual === null || channel === '' || isSameChannel(usual, channel)) return usual;
  const own = library
    .all(stores)
    .find((each) => beginsLike(each, usual) && isSameChannel(each, channel) && library.isActive(stores, each));
  return own ?? usual;
};

/** Does the order's own stage follow this process? */
export const isOrderProcess = (
  stores: Stores,
  library: Library,
  definition: ProcessDefinition,
  business: Order['business'],
): boolean => {
  const code = ORDER_PROCESSES[business];
  if (code === definition.code) return true;
  const usual = code === undefined ? null : library.current(stores, code);
  return usual !== null && beginsLike(definition, usual);
};
