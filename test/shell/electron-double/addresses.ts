const SUFFIX = '.app-double.example';

/** `app://komplekt/x` → `https://komplekt.app-double.example/x`; other addresses stay. */
export const toBrowser = (address: string): string => address.replace(/^app:\/\/([^/]+)/u, `https://$1${SUFFIX}`);

/** The way back, also inside `blob:` addresses. */
export const toApp = (address: string): string =>
  address.replace(/^(blob:)?https:\/\/([^/]+)\.app-double\.example/u, '$1app://$2');

export const isAppInBrowser = (address: string): boolean => toApp(address) !== address;
