import { useEffect } from 'react';
import { focusList } from '#renderer/ui/focus-zones.ts';

/** The list takes the focus once it is on the screen: before its rows have come there is nothing to walk. */
export const useFocusList = (isReady: boolean): void => {
  useEffect(() => {
    if (isReady) focusList();
  }, [isReady]);
};
