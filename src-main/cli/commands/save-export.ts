import type { InputOf } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CliHost, Core, Refusal } from '../command.ts';
import { refusalOf } from '../refusal.ts';

type Part = NonNullable<InputOf<'exchange.file'>['part']>;

/** Pieces of a kept file, asked one after another: a large export is never held whole. */
const piecesOf = async function* (
  core: Core,
  exportId: string,
  part: Part,
): AsyncGenerator<Result<Uint8Array, Refusal>> {
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: Awaited<ReturnType<typeof core.call<'exchange.file'>>> = await core.call('exchange.file', {
      exportId,
      part,
      offset,
    });
    if (!piece.ok) {
      yield piece;
      return;
    }
    yield ok(Buffer.from(piece.value.bytes, 'base64'));
    offset = piece.value.next;
  }
};

/** Saves an export and its manifests beside it; answers with the names of the manifests. */
export const saveExport = async (
  core: Core,
  host: Pick<CliHost, 'writePieces'>,
  exportId: string,
  file: string,
): Promise<Result<readonly string[], Refusal>> => {
  const stem = file.replace(/\.xml$/iu, '');
  const parts: readonly (readonly [Part, string])[] = [
    ['manifest', `${stem}.manifest.json`],
    ['workbook', `${stem}.manifest.xlsx`],
    ['message', file],
  ];
  for (const [part, path] of parts) {
    const written = await host.writePieces(path, piecesOf(core, exportId, part));
    if (!written.ok) return err('exit' in written.error ? written.error : refusalOf(written.error));
  }
  return ok([`${stem}.manifest.json`, `${stem}.manifest.xlsx`]);
};
