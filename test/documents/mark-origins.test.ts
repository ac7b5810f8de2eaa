import { describe, expect, test } from 'vitest';
import { markOrigins } from '#shared/domain/document/mark-origins.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { buildFormBytes } from '#templates/forms.ts';
import { docxOutline } from '../golden/docx-outline.ts';
import { anyViewOf } from '../golden/fill-form.ts';
import { sampleOf } from '../golden/sample-papers.ts';

const MARKER = /\uE000(\d+)\uE001([^\uE002]*)\uE002/gu;

describe('markers of origins', () => {
  test('wrap a text whose origin is known and leave the rest alone', () => {
    const origin = { source: 'crm', field: 'order.number' } as const;
    const view = {
      data: { a: 'один', list: [{ b: 'два' }], yes: true, c: 'три', empty: '' },
      origins: { a: origin, 'list[0].b': origin, empty: origin },
    };
    expect(markOrigins(view)).toEqual({
      data: { a: '\uE0000\uE001один\uE002', list: [{ b: '\uE0001\uE001два\uE002' }], yes: true, c: 'три', empty: '' },
      paths: ['a', 'list[0].b'],
    });
  });

  test.each(DOCUMENT_KINDS)('do not change what %s prints', async (kind) => {
    const renderer = withPaymentQr(createDocxTemplatesEngine());
    const view = anyViewOf(sampleOf(kind));
    const template = await buildFormBytes(kind);
    const fill = async (data: unknown): Promise<string> => {
      const rendered = await renderer.render({ template, data, delimiters: DEFAULT_DELIMITERS });
      if (!rendered.ok) throw new Error(rendered.error[0]?.message);
      return docxOutline(rendered.value.bytes);
    };
    const marked = await fill(markOrigins(view).data);
    expect(marked).toMatch(MARKER);
    expect(marked.replaceAll(MARKER, '$2')).toBe(await fill(view.data));
  });
});
