import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { editionsOf } from '#shared/domain/forms/editions.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Handler } from '../deps.ts';

/** Every kind of document with the editions of its form; the editions of one kind share a template file. */
export const listKinds = (): Handler<'kinds.list'> => () =>
  ok({
    items: DOCUMENT_KINDS.map((kind) => ({
      kind,
      title: titleOf(kind),
      editions: editionsOf(kind).map(({ id, validFrom, validTo }) => ({
        id,
        validFrom,
        validTo,
        template: `${kind}/form.docx`,
      })),
    })),
  });
