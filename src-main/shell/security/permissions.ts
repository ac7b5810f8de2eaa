/** The window copies text; camera, place, notifications of pages and all the rest are refused. */
export const isPermitted = (permission: string): boolean => permission === 'clipboard-sanitized-write';
