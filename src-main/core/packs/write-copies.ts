import { folderNameOf } from '#shared/domain/document/file-name.ts';
import type { IssuedDocument } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { yearOf } from '#shared/kernel/date.ts';
import type { CoreDeps } from '../deps.ts';

/** Full paths of the readable copies of a document's files by format; a copy that could not be written is a problem. */
export type Copies = { readonly paths: ReadonlyMap<string, string>; readonly problems: readonly Problem[] };

/**
 * Puts copies of an issued document's files where a person finds them. The base keeps the bytes that count, so that a
 * full disk here takes nothing back: the next call writes what is missing.
 */
export const writeCopies = async (
  deps: Pick<CoreDeps, 'files' | 'folder'>,
  order: Pick<Order, 'number'>,
  partyName: string,
  document: IssuedDocument,
): Promise<Copies> => {
  const paths = new Map<string, string>();
  const problems: Problem[] = [];
  for (const file of document.files) {
    const bytes = await deps.files.read(file.sha256);
    if (bytes === null) continue;
    const written = await deps.folder.write(
      [String(yearOf(document.date)), folderNameOf(order.number, partyName)],
      file.name,
      bytes,
    );
    if (written.ok) paths.set(file.format, written.value);
    else problems.push(notCopied(document, file.name));
  }
  return { paths, problems };
};

const notCopied = (document: IssuedDocument, name: string): Problem => ({
  code: 'document.notCopied',
  message: `Копия «${name}» не записана: диск её не принял. ${titleOf(document.kind)} № ${document.number} выпущен и хранится в базе. Освободите место и повторите.`,
  where: name,
  data: { severity: 'warn', document: document.id },
});
