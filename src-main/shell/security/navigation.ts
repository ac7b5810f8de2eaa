import { isAppAddress } from './app-address.ts';

/**
 * Where a frame may go. The window's own frame shows our page only; frames inside it may also hold what the page made
 * itself: a document as a blob, an empty page.
 */
export const mayNavigate = (address: string, isMainFrame: boolean): boolean => {
  if (isAppAddress(address)) return true;
  if (isMainFrame) return false;
  return address === 'about:blank' || address === 'about:srcdoc' || isOwnBlob(address);
};

const isOwnBlob = (address: string): boolean =>
  address.startsWith('blob:') && isAppAddress(address.slice('blob:'.length));
