/** The window's page lives here and nowhere else. `app:` is a scheme of our own: no network, no file paths. */
export const APP_SCHEME = 'app';
export const APP_URL = 'app://komplekt/';

/** Compared by parts of the parsed address, never by a piece of its text. */
export const isAppAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'app:' && url.host === 'komplekt' && url.username === '' && url.port === '';
};
