/**
 * Sites that the window may open in the person's browser. Whole host names: `nalog.gov.ru.evil.example` is not
 * `nalog.gov.ru`, and a new site is a decision of a developer, not of a document.
 */
const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'nalog.gov.ru',
  'www.nalog.gov.ru',
  'service.nalog.ru',
  'egrul.nalog.ru',
  'pb.nalog.ru',
  'npd.nalog.ru',
  'www.cbr.ru',
  'www.pochta.ru',
  'online.moysklad.ru',
  'www.libreoffice.org',
  'ru.libreoffice.org',
]);

/** The address as it may be given to the system, or null. Only https to a known site, with nothing smuggled in it. */
export const allowedExternalLink = (address: string): string | null => {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null;
  return ALLOWED_HOSTS.has(url.hostname) ? url.href : null;
};
