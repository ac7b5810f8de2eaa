import { readFileSync } from 'node:fs';
import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { partText } from '#test/helpers/docx-fixture.ts';
const template = readFileSync('/tmp/last-case.docx'); const { data } = JSON.parse(readFileSync('/tmp/last-case.json', 'utf8'));
console.log((await partText(template)).replace(/.*<w:body>/s, '').slice(0, 6000)); console.log(JSON.stringify(data).slice(0,900));
const r = await createCompiledEngine().render({ template, data, delimiters: ['{{', '}}'] });
console.log('ours', r.ok ? r.value.engine : r.error.map((x) => x.code), r.ok && r.value.bytes.length);
if (process.argv[2]) { const q = await createDocxTemplatesEngine().render({ template, data, delimiters: ['{{', '}}'] }); console.log(q.ok); }
