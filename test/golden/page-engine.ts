import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const run = (program: string, args: readonly string[]): string | undefined => {
  const { status, stdout, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 150_000 });
  return error === undefined && status === 0 ? stdout.trim() : undefined;
};

/** What pages depend on: the same versions draw the same pixels. */
type PageEnvironment = { readonly libreoffice: string; readonly fonts: readonly string[] };

const FONTS = ['Arial', 'Arial:bold', 'Times New Roman', 'Times New Roman:bold'];

/** undefined where LibreOffice or poppler is not installed. */
export const pageEnvironment = (): PageEnvironment | undefined => {
  const libreoffice = run('soffice', ['--version']);
  if (libreoffice === undefined || spawnSync('pdftotext', ['-v']).error !== undefined) return undefined;
  return {
    libreoffice: libreoffice.replace(/^LibreOffice\s+/u, '').split(' ')[0] ?? '',
    fonts: FONTS.map((font) => `${font} → ${run('fc-match', ['-f', '%{family} %{style} %{fontversion}', font]) ?? 'unknown'}`),
  };
};

export type Pages = { readonly count: number; readonly text: string; readonly images: readonly Uint8Array[] };

/** Low enough for small files in the repository, high enough to see a moved line. */
const DPI = 50;

const readPages = (pdf: string, folder: string, name: string, isDrawn: boolean, dpi: number): Pages => {
  const text = run('pdftotext', ['-layout', pdf, '-']) ?? '';
  if (isDrawn) run('pdftoppm', ['-r', String(dpi), '-gray', '-png', pdf, join(folder, name)]);
  const images = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && /^\d+\.png$/u.test(file.slice(name.length + 1)))
    .toSorted()
    .map((file) => readFileSync(join(folder, file)));
  // pdftotext ends each page with a form feed; the last one was trimmed away.
  return { count: text === '' ? 0 : text.split('\f').length, text, images };
};

/** So many that LibreOffice is done with them before it is taken for stuck. */
const AT_ONCE = 30;

/**
 * Pages of many documents by name, pictures of the `drawn` ones only. LibreOffice starts for a few dozen at a time, with
 * a profile of its own that is removed.
 */
export const layOut = (
  documents: ReadonlyMap<string, Uint8Array>,
  drawn: readonly string[] = [],
  dpi = DPI,
): ReadonlyMap<string, Pages> => {
  const folder = mkdtempSync(join(tmpdir(), 'komplekt-pages-'));
  try {
    const files = [...documents].map(([name, bytes]) => {
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE);
      run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...some]);
    }
    return new Map(
      [...documents.keys()].map((name) => [name, readPages(join(folder, `${name}.pdf`), folder, name, drawn.includes(name), dpi)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
