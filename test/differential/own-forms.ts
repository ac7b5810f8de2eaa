import { readFileSync } from 'node:fs';
import { DOCUMENT_KINDS, isAccountKind, type DocumentKind } from '#shared/domain/document/document.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { anyViewOf, type AnySource } from '../golden/fill-form.ts';
import { longPaper, sampleOf } from '../golden/sample-papers.ts';
import { longSource, sampleSource } from '../golden/sample-sources.ts';
import type { Case } from './compare.ts';

const formOf = (kind: DocumentKind): Uint8Array =>
  readFileSync(new URL(`../../templates/${kind}/form.docx`, import.meta.url));

/** Every form of ours with every kind of order it may get. */
export async function ownCases(): Promise<readonly (Case & { readonly name: string })[]> {
  const cases: (Case & { readonly name: string })[] = [];
  for (const kind of DOCUMENT_KINDS) {
    const sources: Readonly<Record<string, AnySource>> = isAccountKind(kind)
      ? { sample: sampleOf(kind), 'with a mark': sampleOf(kind, { mark: 'ДЕМО' }), 'of 60 rows': longPaper(kind, 60) }
      : {
          sample: sampleSource(kind),
          'with a mark': sampleSource(kind, { mark: 'ДЕМО' }),
          'of one line': longSource(kind, 1),
          'of 60 lines': longSource(kind, 60),
        };
    for (const [name, source] of Object.entries(sources)) {
      const data = await withPicture(anyViewOf(source).data);
      cases.push({ name: `${kind}, ${name}`, template: formOf(kind), data });
    }
  }
  return cases;
}

/** The data as the renderer gets them in the program: the payment code has become a picture. */
async function withPicture(data: unknown): Promise<unknown> {
  let prepared: unknown = data;
  const recorder = withPaymentQr({
    async render(request) {
      prepared = request.data;
      return { ok: false, error: [] };
    },
  });
  await recorder.render({ template: new Uint8Array(), data, delimiters: DEFAULT_DELIMITERS });
  return prepared;
}
