/** The empty page into which the window draws a document; see `previewPolicy`. */
export const PREVIEW_FRAME = 'preview-frame.html';
/** The page that draws a document for the print engine; see `printPolicy`. */
const PRINT_PAGE = 'print.html';

/**
 * Headers of every answer that carries the window's page, in the shell and in the browser alike.
 * `fileName`: the served file. `connect`: where the page may call besides its own origin.
 */
export const pageHeaders = (fileName: string, connect: readonly string[] = []): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policyOf(fileName, connect).join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
});

const policyOf = (fileName: string, connect: readonly string[]): readonly string[] => {
  if (fileName === PREVIEW_FRAME) return previewPolicy();
  return fileName === PRINT_PAGE ? printPolicy() : windowPolicy(connect);
};

/** Scripts, styles, fonts and frames come from the program only; nothing inline runs or paints. */
const windowPolicy = (connect: readonly string[]): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  ["connect-src 'self'", ...connect].join(' '),
  "frame-src 'self' blob:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

/**
 * A document brings its own styles, fonts and pictures, which the policy of the window forbids, and a frame without an
 * address would inherit that policy. So the frame has an address and a policy of its own: no script runs in it and it
 * reaches nothing; the window draws into it from outside.
 */
const previewPolicy = (): readonly string[] => [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
];

/** The same for a page that draws by itself: the program's own script runs, and the document is fetched from beside it. */
const printPolicy = (): readonly string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data: blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];
