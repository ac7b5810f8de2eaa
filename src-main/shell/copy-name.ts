/** Kinds of files that the program makes. Anything else could be a program, and a copy is opened by the system. */
const SAFE_EXTENSIONS: ReadonlySet<string> = new Set(['docx', 'pdf', 'xlsx', 'csv', 'txt', 'png', 'xml']);

const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
const MAX_STEM = 120;

/** A name that every system takes, for a copy to be shown; null when the file is of a kind that must not be opened. */
export const copyName = (name: string): string | null => {
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot + 1).toLowerCase();
  if (dot === -1 || !SAFE_EXTENSIONS.has(extension)) return null;
  const cleaned = name
    .slice(0, dot)
    .replaceAll(FORBIDDEN, '_')
    .replace(/^[\s.]+/u, '')
    .slice(0, MAX_STEM)
    .trimEnd();
  const stem = cleaned === '' || RESERVED_ON_WINDOWS.test(cleaned) ? `_${cleaned}` : cleaned;
  return `${stem}.${extension}`;
};

/** A document of Word by its plain name: the only kind of file that is opened itself and not as a copy. */
export const isWorkingCopy = (path: string): boolean => {
  const name = path.split(/[/\\]/u).at(-1) ?? '';
  return name.toLowerCase().endsWith('.docx') && copyName(name) !== null;
};
