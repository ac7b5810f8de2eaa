import type { OutputOf } from '#shared/contract/index.ts';
import type { Right } from '#shared/domain/users/rights.ts';
import { useQueryCall } from '#renderer/bridge/hooks.ts';

export type Person = OutputOf<'session.people'>['items'][number];

/** Who works in this window and what they may do. */
export const useMe = () => useQueryCall('session.me', {});

export const useRight = (right: Right): boolean => useMe().data?.rights.includes(right) ?? false;

/** The day of the core: it decides what is «сегодня». */
export const useBase = () => useQueryCall('base.info', {});
