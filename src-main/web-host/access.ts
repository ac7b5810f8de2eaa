import { isSameKey } from '#main/host/control-key.ts';

/** What a request says about itself, as `node:http` gives it. */
export type RequestFacts = {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
};

export type Access = {
  readonly port: number;
  /** What the cookie must hold. */
  readonly cookieKey: string;
};

/** Cookies do not know ports, so two copies of the program on one machine need names of their own. */
const cookieName = (port: number): string => `komplekt-${port}`;

export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/**
 * A page of another site can make the browser call us (DNS rebinding, a foreign form, a foreign WebSocket): such a
 * call names another host or another origin. Both are compared whole, never by a part of the text.
 */
export const isOwnAddress = ({ host, origin }: RequestFacts, { port }: Access): boolean =>
  host === `127.0.0.1:${port}` && (origin === undefined || origin === originOf(port));

/** A WebSocket of a browser always names its origin; one that does not is not our page. */
export const mayUpgrade = (facts: RequestFacts, access: Access): boolean =>
  facts.origin !== undefined && isOwnAddress(facts, access) && hasCookie(facts, access);

export const hasCookie = ({ cookie }: RequestFacts, { port, cookieKey }: Access): boolean => {
  const prefix = `${cookieName(port)}=`;
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.some((pair) => pair.startsWith(prefix) && isSameKey(pair.slice(prefix.length), cookieKey));
};

export const cookieHeader = ({ port, cookieKey }: Access): string =>
  `${cookieName(port)}=${cookieKey}; Path=/; HttpOnly; SameSite=Strict`;
