import { createWriteStream, existsSync } from 'node:fs';
import { once } from 'node:events';
import { readStatementFile } from '#main/host/statement-tools.ts';
import { aDebit, aDocument, aHeader, aPeriod, windows } from './bank-statement/a-statement.ts';
const file='/tmp/s50k.txt';
if(!existsSync(file)){ const s=createWriteStream(file); const w=async(l:string[])=>{ if(!s.write(windows(l.join('\r\n')+'\r\n'))) await once(s,'drain');};
 await w([...aHeader(),...aPeriod()]);
 for(let index=0;index<50000;index++){ const usual={ Номер: String(index + 1), Сумма: `${1000 + index}.${String(index % 100).padStart(2, '0')}`,
    ПлательщикБанк1: 'ПАО СБЕРБАНК', ПлательщикБанк2: 'г. Москва', ПлательщикБИК: '044525225', ПлательщикКорсчет: '30101810400000000225',
    ПолучательБанк1: 'ПАО СБЕРБАНК', ПолучательБанк2: 'г. Москва', ПолучательБИК: '044525225', ПолучательКорсчет: '30101810400000000225',
    ВидПлатежа: 'электронно', Код: '0', Очередность: '5', СтатусСоставителя: '', ПоказательКБК: '', ОКАТО: '', ПоказательОснования: '',
    НазначениеПлатежа: `Оплата по счету № ${index + 1} от 10.11.2026 за транспортно-экспедиционные услуги, в т.ч. НДС 22% 22000-00`};
  await w(index%2?aDebit(usual):aDocument({ ...usual, ПлательщикСчет: `40702810${String(index).padStart(12, '0')}`, Плательщик1: `ООО "Покупатель ${index % 5000}"` }));}
 await w(['КонецФайла']); s.end(); await once(s,'close'); }
const c=process.cpuUsage(); const t=performance.now();
const r=await readStatementFile(file);
const d=process.cpuUsage(c); console.log(r.ok&&r.value.operations.length, performance.now()-t, d.user/1000, d.system/1000);
{const c=process.cpuUsage(); const { createReadStream } = await import('node:fs'); const dec=new TextDecoder('windows-1251'); let n=0,tail='';
for await (const p of createReadStream(file,{highWaterMark:1<<20})){const l=(tail+dec.decode(p as Uint8Array,{stream:true})).split('\n'); tail=l.pop()??''; n+=l.length;} const d=process.cpuUsage(c); console.log('split',n,d.user/1000,d.system/1000);}
