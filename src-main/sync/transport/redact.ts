import type { LogFields, Logger } from '../../ports/logger.ts';

const MARK = '•••';

/** Places where a CRM puts a secret: the path of a webhook, signed links, tokens of headers and queries (crm.md §1.1). */
const SECRETS: readonly RegExp[] = [
  /(?<=\/rest\/(?:api\/)?\d+\/)[^/\s"'?]+/giu,
  /(?<=\b(?:auth|token|access_token|refresh_token|client_secret|code|signature|sign)=)[^&\s"']+/giu,
  /(?<="(?:auth|token|access_token|refresh_token|urlMachine|downloadUrlMachine|pdfUrlMachine|uploadUrl|DOWNLOAD_URL|downloadHref)"\s*:\s*")[^"]+/giu,
  /(?<=\b(?:Bearer|Basic)\s+)[\w.~+/=-]+/giu,
];

/** The text without secrets: the usual places, and the very values that we hold. */
export const redact = (text: string, held: readonly string[] = []): string => {
  const plain = held
    .filter((secret) => secret.length > 3)
    .reduce((left, secret) => left.replaceAll(secret, MARK), text);
  return SECRETS.reduce((left, place) => left.replace(place, MARK), plain);
};

/** A log in which no line of this connection can show its secret, whatever the caller puts there. */
export const redactingLogger = (log: Logger, held: readonly string[]): Logger => {
  const clean = (fields: LogFields = {}): LogFields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? redact(value, held) : value]),
    );
  return {
    info: (event, fields) => log.info(redact(event, held), clean(fields)),
    error: (event, fields) => log.error(redact(event, held), clean(fields)),
  };
};
