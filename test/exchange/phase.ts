import { readFileSync } from 'node:fs';
import { createLineSplitter } from '#main/exchange/bank-statement/split-lines.ts';
import { createStatementParser } from '#main/exchange/bank-statement/statement-parser.ts';
import { createWarningLog } from '#main/exchange/bank-statement/warning-log.ts';
import { finishStatement } from '#main/exchange/bank-statement/finish-statement.ts';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
const file=readFileSync('/tmp/s50k.txt');
const time=(n:string,f:()=>unknown)=>{const c=process.cpuUsage();f();const d=process.cpuUsage(c);console.log(n,((d.user+d.system)/1000).toFixed(0));};
function* chunks(){for(let i=0;i<file.length;i+=16384) yield file.subarray(i,i+16384);}
for(let k=0;k<4;k++){
time('decode',()=>{const d=new TextDecoder('windows-1251');for(const c of chunks()) d.decode(c,{stream:true});});
time('decode+nativesplit',()=>{const d=new TextDecoder('windows-1251');let t='',n=0;for(const c of chunks()){const l=(t+d.decode(c,{stream:true})).split('\n');t=l.pop()??'';n+=l.length;}});
time('decode+split',()=>{const d=new TextDecoder('windows-1251',{fatal:true});let n=0;const s=createLineSplitter((_t,a,b)=>{n+=b-a;});for(const c of chunks()) s.push(d.decode(c,{stream:true}));});
const w=createWarningLog(); const p=createStatementParser(w);
time('+parse',()=>{const d=new TextDecoder('windows-1251',{fatal:true});const s=createLineSplitter(p.line);for(const c of chunks()) s.push(d.decode(c,{stream:true}));});
const f=p.end();
time('finish',()=>finishStatement(f,'windows-1251',{ownAccounts:[],isWorkingDay:()=>true},w));
time('all',()=>readStatement(chunks()));
}
