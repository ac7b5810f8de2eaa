import type { CardRow } from '#shared/domain/company-card/card-text.ts';
import { decodeAs, decodeText } from './decode-text.ts';
import { htmlToRows } from './html.ts';
import { textToRows } from './plain-text.ts';

export type MailContent = {
  readonly rows: readonly CardRow[];
  /** Files of the letter, decoded; pictures are left out. */
  readonly attachments: readonly Uint8Array[];
};

/** Letters within letters: no honest mail is deeper. */
const DEEPEST = 8;
const MOST_ATTACHMENTS = 5;

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

/** Does a text begin like a mail: at least two well-known headers before the first empty line. */
export const isMail = (text: string): boolean => {
  const head = text.slice(0, 20_000).split(/\r?\n\r?\n/u)[0] ?? '';
  return (
    (head.match(/^(?:from|to|subject|date|message-id|mime-version|content-type|received|return-path|delivered-to):/gimu)
      ?.length ?? 0) >= 2
  );
};

/** The words of a mail: its plain text, else its HTML; parts in their own encodings (RFC 2045: quoted-printable, base64). */
export const readMail = (bytes: Uint8Array): MailContent => {
  // Latin-1 keeps each byte as one sign, so that every part can be decoded by its own charset.
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const attachments: Uint8Array[] = [];
  const rows = readPart(parsePart(raw), attachments, 0);
  return { rows, attachments };
};

const parsePart = (raw: string): Part => {
  const gap = /\r?\n\r?\n/u.exec(raw);
  const head = gap === null ? raw : raw.slice(0, gap.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap === null ? '' : raw.slice(gap.index + gap[0].length) };
};

const parameter = (header: string, name: string): string =>
  new RegExp(`;\\s*${name}\\*?\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'iu')
    .exec(header)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

const readPart = ({ headers, body }: Part, attachments: Uint8Array[], depth: number): CardRow[] => {
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^multipart\//iu.test(type) && depth < DEEPEST) return readMultipart(type, body, attachments, depth);
  const isAttached =
    /^attachment/iu.test(headers.get('content-disposition') ?? '') || !/^(?:text|message)\//iu.test(type);
  const bytes = decodeBody(body, headers.get('content-transfer-encoding') ?? '');
  if (isAttached) {
    if (!/^(?:image|audio|video)\//iu.test(type) && attachments.length < MOST_ATTACHMENTS) attachments.push(bytes);
    return [];
  }
  if (/^message\/rfc822/iu.test(type) && depth < DEEPEST)
    return readPart(parsePart(Buffer.from(bytes).toString('latin1')), attachments, depth + 1);
  const text = decodeAs(bytes, parameter(type, 'charset')) ?? decodeText(bytes) ?? '';
  return /^text\/html/iu.test(type) ? htmlToRows(text) : textToRows(text);
};

const readMultipart = (type: string, body: string, attachments: Uint8Array[], depth: number): CardRow[] => {
  const boundary = parameter(type, 'boundary');
  if (boundary === '') return [];
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => parsePart(part.replace(/^[^\n]*\n/u, '')));
  if (!/^multipart\/alternative/iu.test(type)) return parts.flatMap((part) => readPart(part, attachments, depth + 1));
  const read = parts.map((part) => readPart(part, attachments, depth + 1));
  // The same letter twice: the richer one keeps tables, but plain text that has the ИНН says it in fewer words.
  return (
    read.find((rows) => rows.some(({ cells }) => cells.some((cell) => /ИНН/iu.test(cell)))) ??
    read.find((rows) => rows.length > 0) ??
    []
  );
};

const decodeBody = (body: string, encoding: string): Uint8Array => {
  if (/base64/iu.test(encoding)) return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/gu, ''), 'base64');
  if (!/quoted-printable/iu.test(encoding)) return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([\dA-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
};
