import { readFileSync } from 'node:fs';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { templatePath } from './golden-file.ts';

const renderer = withPaymentQr(createCompiledEngine());

/** The source's document from the form on disk, as the program makes it. */
export const fillForm = async (source: DocumentSource): Promise<Uint8Array> => {
  const rendered = await renderer.render({
    template: readFileSync(templatePath(`${source.kind}/form.docx`)),
    data: viewOf(source).data,
    delimiters: DEFAULT_DELIMITERS,
  });
  if (!rendered.ok) throw new Error(rendered.error.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return rendered.value.bytes;
};
