import type { KeyboardEvent } from 'react';
import { focusList } from '#renderer/ui/focus-zones.ts';

/** From a search field ↓ and Enter lead into the list that it has narrowed. */
export const leaveToList = (event: KeyboardEvent): void => {
  if (event.code !== 'ArrowDown' && event.code !== 'Enter') return;
  event.preventDefault();
  focusList();
};
