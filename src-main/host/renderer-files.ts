import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the window's page, ready to be sent. */
export type PageFile = {
  /** Inside the renderer's folder. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly isImmutable: boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Null for what is not there or was never meant to be served. */
export const readPageFile = async (folder: string, urlPath: string): Promise<PageFile | null> => {
  const name = pageFileName(urlPath);
  if (name === null) return null;
  const type = TYPES[path.extname(name)];
  if (type === undefined) return null;
  const bytes = await readFile(path.join(folder, name)).catch(() => null);
  if (bytes === null) return null;
  // The build writes a hash of the content into the names of these files.
  return { name, bytes: new Uint8Array(bytes), type, isImmutable: name.startsWith('assets/') };
};

/**
 * The path of a URL as a file name inside the renderer's folder; null when it leads out of it or is not plain.
 * A path whose last part has no dot is a screen, and every screen is `index.html`.
 */
export const pageFileName = (urlPath: string): string | null => {
  const decoded = decode(urlPath);
  if (decoded === null) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (!(parts.at(-1) ?? '').includes('.')) return 'index.html';
  // Names that a build makes hold no backslash, colon or leading dot; all tricks of Windows and Unix paths need one.
  const isPlain = parts.every((part) => /^[\w-][\w.-]*$/u.test(part));
  return isPlain ? parts.join('/') : null;
};

const decode = (urlPath: string): string | null => {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
};
