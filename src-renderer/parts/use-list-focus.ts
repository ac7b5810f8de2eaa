import { useEffect } from 'react';
import { focusList } from '#renderer/ui/focus-zones.ts';

/** Puts the hand on the list once it is there; a field that a person has gone to meanwhile keeps it. */
export const useListFocus = (isReady: boolean): void => {
  useEffect(() => {
    const { activeElement, body } = document;
    const isFree = activeElement === null || activeElement === body || activeElement.closest('[data-zone="nav"]');
    if (isReady && isFree) focusList();
  }, [isReady]);
};
