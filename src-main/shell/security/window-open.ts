import { allowedExternalLink } from './external-links.ts';

/** No page opens a window of the program, ever; a known site may open in the person's own browser. */
export const decideWindowOpen = (
  address: string,
): { readonly action: 'deny'; readonly openOutside: string | null } => ({
  action: 'deny',
  openOutside: allowedExternalLink(address),
});
