import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Why a pasted address is not one that we may send a key to. */
export type AddressRefusal = 'notAddress' | 'plainHttp' | 'notWebhook' | 'noToken';

/** An incoming webhook of Битрикс24, taken apart. `code` is the secret. */
export type WebhookAddress = { readonly origin: string; readonly userId: string; readonly code: string };

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Keys travel over https only; plain http reaches this very computer and nothing else. */
export const isSafeUrl = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));

const parseSafe = (text: string): Result<URL, AddressRefusal> => {
  const typed = text.trim();
  if (!URL.canParse(typed)) return err('notAddress');
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err('notAddress');
  return isSafeUrl(url) ? ok(url) : err('plainHttp');
};

/**
 * «https://ромашка.bitrix24.ru/rest/1/abc123/», with or without a method at the end, of REST 2 or 3. The code may come
 * apart from the address (`token`), so that it stays out of the history of a command line.
 */
export const parseWebhook = (text: string, token: string | null): Result<WebhookAddress, AddressRefusal> => {
  const parsed = parseSafe(text);
  if (!parsed.ok) return parsed;
  const match = /^\/rest\/(?:api\/)?(\d+)(?:\/([\w-]+))?(?:\/|$)/u.exec(parsed.value.pathname);
  const [, userId, inPath] = match ?? [];
  const code = token?.trim() || inPath;
  return userId === undefined || code === undefined || !/^[\w-]{3,200}$/u.test(code)
    ? err('notWebhook')
    : ok({ origin: parsed.value.origin, userId, code });
};

const MOYSKLAD_PATH = '/api/remap/1.2';

/** «https://api.moysklad.ru/api/remap/1.2»; the path may be left out. Answers the address without a slash at the end. */
export const parseMoySkladAddress = (text: string): Result<string, AddressRefusal> => {
  const parsed = parseSafe(text);
  if (!parsed.ok) return parsed;
  const path = parsed.value.pathname.replace(/\/+$/u, '');
  return ok(`${parsed.value.origin}${path === '' ? MOYSKLAD_PATH : path}`);
};

/**
 * Where a portal that was renamed may send us with the key in hand: the same registrable domain over https, or the same
 * computer in tests. Null: nowhere, a person looks at the address.
 */
export const redirectOrigin = (from: string, location: string): string | null => {
  if (!URL.canParse(location, from)) return null;
  const [old, target] = [new URL(from), new URL(location, from)];
  if (!isSafeUrl(target)) return null;
  const isSameComputer = LOOPBACK.has(old.hostname) && LOOPBACK.has(target.hostname);
  return isSameComputer || registrable(old.hostname) === registrable(target.hostname) ? target.origin : null;
};

/** The last two labels: enough for `bitrix24.ru` and for a company's own domain; an address in digits stands for itself. */
const registrable = (host: string): string => (/^[\d.]+$|:/u.test(host) ? host : host.split('.').slice(-2).join('.'));
