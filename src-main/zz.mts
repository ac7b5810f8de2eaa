import { readFileSync } from 'node:fs';
import { docxText } from '#main/exchange/contract-text/docx-text.ts';
import { pdfContractText } from '#main/exchange/contract-text/pdf-text.ts';
import { compareContracts } from '#shared/domain/contract-compare/compare-contracts.ts';
const [a,b,pa,pb]=process.argv.slice(2);
const t=async(p:string)=>{const r=p.endsWith('pdf')?await pdfContractText(readFileSync(p)):await docxText(readFileSync(p)); if(!r.ok) throw new Error(r.error); return r.value;};
for (const [x,y] of [[a,b],[a,pa],[a,pb],[pa,pb]]) { console.log('---',x,y); for (const d of compareContracts(await t(x),await t(y))) console.log(d.clause,d.sort,'|',d.before.slice(0,80),'|',d.after.slice(0,80)); }
