import { readFileSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { drawPaymentQr } from '#main/render/payment-qr-image.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import * as S from '#test/golden/sample-sources.ts';
import { firstDifference, normalise } from '#test/differential/normalise.ts';
const compiled = createCompiledEngine();
const reference = createDocxTemplatesEngine();
const sources = (['invoice','act','contract-supply','contract-services','waybill','upd'] as const).flatMap(k => [S.sampleSource(k), S.longSource(k, 60)]);
for (const source of sources) {
  const template = readFileSync(`templates/${source.kind}/form.docx`);
  const data = await drawPaymentQr(viewOf(source).data);
  const req = { template, data, delimiters: ['{{','}}'] as const };
  const a = await reference.render(req); const b = await compiled.render(req);
  if (!a.ok || !b.ok) { console.log(source.kind, a.ok || a.error, b.ok || b.error); continue; }
  writeFileSync(`/tmp/out-${source.kind}.docx`, b.value.bytes);
  let diff; try { diff = firstDifference(await normalise(a.value.bytes), await normalise(b.value.bytes)); } catch (e) { diff = String(e); }
  console.log(source.kind, b.value.engine, b.value.fallback, a.value.bytes.length, b.value.bytes.length, diff ?? 'same');
}
