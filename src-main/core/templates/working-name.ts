import { titleOf } from '#shared/domain/document/titles.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';

const FORBIDDEN = /[<>:"/\\|?*~\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const MAX_NAME = 80;

const safe = (text: string): string => {
  const cleaned = text
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .replace(/^[\s.]+/u, '')
    .slice(0, MAX_NAME)
    .replace(/[\s.]+$/u, '');
  return cleaned === '' || RESERVED_ON_WINDOWS.test(cleaned) ? `_${cleaned}` : cleaned;
};

/** «Счет на оплату/С логотипом.docx»: where the working copy lies, a name that every system takes. */
export const workingNameOf = (kind: DocumentKind, name: string): string => `${safe(titleOf(kind))}/${safe(name)}.docx`;
