import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOutputs, writeInputs, type BatchNames } from './batch-files.ts';
import { findProgram, usualOfficePaths } from './find-soffice.ts';
import { convertInBatches, timeoutFor, type Batch, type Patience } from './in-batches.ts';
import type { PdfEngine } from './pdf-engine.ts';
import { CAUTIOUS_SETTINGS } from './office-settings.ts';
import { runProcess } from './run-process.ts';
import { createWorkFolder, removeFolder, type WorkFolder } from './work-folder.ts';

type LibreOfficeOptions = {
  /** Full paths to try, best first; by default PATH and the usual folders of the system. */
  readonly candidates?: readonly string[];
  readonly tempFolder?: string;
  readonly patience?: Patience;
};

/** Measured: 0.8 s to start, 0.06 s a page, 3 s for a table of 1,000 rows. An office computer may be ten times slower. */
const PATIENCE: Patience = { startMs: 45_000, perFileMs: 3_000 };

/**
 * LibreOffice without a window. It works in a profile of its own in the temp folder, one per process: the user's open
 * LibreOffice is not disturbed, and its settings do not change our pages.
 */
export const createLibreOffice = ({
  candidates = usualOfficePaths({ platform: process.platform, env: process.env }),
  tempFolder = os.tmpdir(),
  patience = PATIENCE,
}: LibreOfficeOptions = {}): PdfEngine => {
  const work = createWorkFolder(tempFolder);
  const run = (files: readonly Uint8Array[], signal: AbortSignal) =>
    work.within((folder) => runOffice({ candidates, work, folder, patience }, files, signal));
  return {
    name: 'libreoffice',
    isFound: async () => (await findProgram(candidates)) !== null,
    convert: convertInBatches('libreoffice', run),
  };
};

type Place = {
  readonly candidates: readonly string[];
  readonly work: WorkFolder;
  readonly folder: string;
  readonly patience: Patience;
};

const runOffice = async (place: Place, files: readonly Uint8Array[], signal: AbortSignal): Promise<Batch> => {
  const command = await findProgram(place.candidates);
  if (command === null) return { pdfs: [], end: 'died' };
  const profile = await readyProfile(await place.work.path());
  const names = await writeInputs(place.folder, files);
  const { end } = await runProcess({
    command,
    args: officeArguments(profile, place.folder, names),
    timeoutMs: timeoutFor(place.patience, files.length),
    signal,
  });
  // A killed office leaves locks and half-written settings behind; the next start gets a new profile.
  if (end !== 'done') await removeFolder(profile);
  return { pdfs: await readOutputs(names), end };
};

const officeArguments = (profile: string, output: string, names: readonly BatchNames[]): readonly string[] => [
  `-env:UserInstallation=${pathToFileURL(profile).href}`,
  '--headless',
  '--norestore',
  '--nolockcheck',
  '--nodefault',
  '--nofirststartwizard',
  // Without it a damaged file is taken for a plain text and becomes a PDF full of rubbish.
  '--infilter=MS Word 2007 XML',
  '--convert-to',
  'pdf:writer_pdf_Export',
  '--outdir',
  output,
  ...names.map(({ docx }) => docx),
];

const readyProfile = async (workFolder: string): Promise<string> => {
  const profile = path.join(workFolder, 'profile');
  const firstFolder = await mkdir(path.join(profile, 'user'), { recursive: true });
  if (firstFolder !== undefined)
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), CAUTIOUS_SETTINGS);
  return profile;
};
