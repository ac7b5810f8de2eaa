import { useMemo } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import type { SelectOption } from '#renderer/ui/select-field.tsx';

/** Everybody who works here, by login, for choosing one. */
export const usePeople = (): readonly SelectOption[] => {
  const people = useQueryCall('session.people', {}).data?.items;
  return useMemo(
    () => (people ?? []).map(({ login, fullName, position }) => ({ value: login, label: `${fullName}, ${position}` })),
    [people],
  );
};
