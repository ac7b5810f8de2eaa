import { readFileSync } from 'node:fs';
import type { DocumentSource, DocumentView } from '#shared/domain/document/document-source.ts';
import type { AccountSource } from '#shared/domain/papers/account-source.ts';
import { paperView } from '#shared/domain/papers/paper-view.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { templatePath } from './golden-file.ts';

const renderer = withPaymentQr(createCompiledEngine());

export type AnySource = DocumentSource | AccountSource;

/** What the form of the source is filled from, whether it is made from an order or from none. */
export const anyViewOf = (source: AnySource): DocumentView => ('order' in source ? viewOf(source) : paperView(source));

/** The source's document from the form on disk, as the program makes it. */
export const fillForm = async (source: AnySource): Promise<Uint8Array> => {
  const rendered = await renderer.render({
    template: readFileSync(templatePath(`${source.kind}/form.docx`)),
    data: anyViewOf(source).data,
    delimiters: DEFAULT_DELIMITERS,
  });
  if (!rendered.ok) throw new Error(rendered.error.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return rendered.value.bytes;
};
