import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { onTestFinished } from 'vitest';
import { usualOfficePaths, findProgram } from '#main/adapters-node/pdf/find-soffice.ts';

const office = await findProgram(usualOfficePaths({ platform: process.platform, env: process.env }));

/** For `describeUnless`. */
export const whyNoOffice = office === null ? 'LibreOffice is not installed' : undefined;

export const never = new AbortController().signal;

/** A .docx of so many pages with Russian text. */
export const aDocx = (pages: number): Promise<Uint8Array> => {
  const children = Array.from(
    { length: pages },
    (_, page) => new Paragraph({ text: `Счёт № 12, страница ${page + 1}`, pageBreakBefore: page > 0 }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
};

/** A temp folder as on the computer of a Russian user; gone after the test. */
export const aTempFolder = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'Мои документы '));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
};

/** The smallest text that counts as a PDF of one page. */
export const TINY_PDF = '%PDF-1.4\n1 0 obj\n<</Type/Pages/Count 1/Kids[2 0 R]>>\nendobj\n%%EOF\n';

/**
 * A stand-in for soffice that obeys the text of each «document»: `good` makes a PDF, `cut` half of one, `refuse` none,
 * `crash` ends the program, `hang` never ends. One line per start goes to `starts.log`: how many files it was given.
 */
export const aFakeOffice = async (folder: string) => {
  const program = path.join(folder, 'soffice');
  const log = path.join(folder, 'starts.log');
  await writeFile(
    program,
    `#!${process.execPath}
const fs = require('node:fs');
const files = process.argv.slice(process.argv.indexOf('--outdir') + 2);
fs.appendFileSync(${JSON.stringify(log)}, files.length + '\\n');
for (const file of files) {
  const order = fs.readFileSync(file, 'utf8');
  const pdf = file.replace(/docx$/, 'pdf');
  if (order === 'good') fs.writeFileSync(pdf, ${JSON.stringify(TINY_PDF)});
  if (order === 'cut') fs.writeFileSync(pdf, ${JSON.stringify(TINY_PDF.slice(0, 30))});
  if (order === 'crash') process.exit(77);
  if (order === 'hang') { setInterval(() => undefined, 1000); break; }
}
`,
  );
  await chmod(program, 0o755);
  const starts = async () => (await readFile(log, 'utf8')).trim().split('\n').map(Number);
  return { program, starts };
};

export const orders = (...words: readonly string[]): Uint8Array[] => words.map((word) => Buffer.from(word));

/** Command lines of living processes that mention the text (Linux). */
export const processesWith = async (text: string): Promise<string[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(text));
};
