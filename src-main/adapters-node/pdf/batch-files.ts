import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from '../patiently.ts';

/** Where a document lies for its engine, and where its PDF is expected. */
export type BatchNames = { readonly docx: string; readonly pdf: string };

/** Plain Latin names: those of the documents are Russian and long, and do not concern the engine. */
export const writeInputs = (folder: string, files: readonly Uint8Array[]): Promise<BatchNames[]> =>
  Promise.all(
    files.map(async (bytes, at) => {
      const name = String(at + 1).padStart(4, '0');
      const docx = path.join(folder, `${name}.docx`);
      await writeFile(docx, bytes);
      return { docx, pdf: path.join(folder, `${name}.pdf`) };
    }),
  );

export const readOutputs = (names: readonly BatchNames[]): Promise<(Uint8Array | null)[]> =>
  Promise.all(names.map(({ pdf }) => readIfMade(pdf)));

const readIfMade = async (file: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
};
