import { readFileSync, writeFileSync } from 'node:fs';
import * as F from '../bench/render/forms.ts';
import * as D from '../bench/render/form-data.ts';
import { DOCX_TEMPLATES } from '../bench/render/dialect.ts';
import { templateBytes } from '../bench/render/template-bytes.ts';
import { compileTemplate, renderCompiled } from '#main/render/compiled/compile-template.ts';
import { readZip } from '#main/render/package/zip-reader.ts';
import { writeZip } from '#main/render/package/zip-writer.ts';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==','base64');
const $image = { base64: png.toString('base64'), extension: '.png', widthCm: 3, heightCm: 3 };
const median = (l: number[]) => l.toSorted((a,b)=>a-b)[l.length>>1]!;
async function one(name: string, template: Uint8Array, data: unknown, rounds: number, runs: number) {
  const t0 = performance.now();
  const c = await compileTemplate(template, ['{{','}}']);
  const compileMs = performance.now()-t0;
  if (!c.ok) { console.log(name, c.error); return; }
  const times: number[] = [];
  let bytes: Uint8Array = new Uint8Array();
  for (let r=0;r<rounds;r++){ const s=performance.now(); for(let i=0;i<runs;i++){ const x=renderCompiled(c.value,data); if(!x.ok){console.log(x.error);return;} bytes=x.value;} times.push((performance.now()-s)/runs); }
  const z = await readZip(bytes,{entries:1000,inflatedBytes:1e9});
  let z6 = 0; if (z.ok) z6 = writeZip(z.value,6).length; else console.log(z.error);
  console.log(name.padEnd(20), 'compile', compileMs.toFixed(1), 'render ms', median(times).toFixed(4), 'size', bytes.length, 'zlib6', z6, (bytes.length/z6).toFixed(3));
}
for (const [n, rounds, runs] of (process.env.ONLY ? [[Number(process.env.ONLY),9,Number(process.env.RUNS ?? 1)]] : [[1,15,200],[10,15,200],[100,9,20],[1000,5,3],[10000,3,1]]) as [number,number,number][]) {
  const f = (F as any).INVOICE ?? (F as any).invoice;
  await one('invoice '+n, templateBytes(f, DOCX_TEMPLATES, png), {...(D as any).orderData(n,1), qr:{ $image }}, rounds, runs);
}
const c = (F as any).CONTRACT ?? (F as any).contract;
await one('contract', templateBytes(c, DOCX_TEMPLATES, png), {...(D as any).orderData(12,1), qr:{ $image }}, 15, 100);
console.log('rss', Math.round(process.memoryUsage.rss()/1e6), 'max', Math.round(process.resourceUsage().maxRSS/1e3));
