import { writeFileSync } from 'node:fs';
import { formDocument, pagesFooter, PORTRAIT_MARGINS } from './parts/page.ts';
import { formBytes } from './parts/form-bytes.ts';
import { grid, rowsForEach, rowsOnlyIf } from './parts/grid.ts';
import { paragraph } from './parts/text.ts';
const {createReport}=await import('docx-templates');
const r=(keep:boolean)=>({keep,cells:[{text:'{{$l.i}}',edges:'tblr'},{text:'{{$l.name}}',edges:'tblr'},{text:'{{$l.name}}',edges:'tblr'}]});
const a=await formBytes(formDocument({title:'t',font:'Arial',size:9,margins:PORTRAIT_MARGINS,footer:pagesFooter(),body:[paragraph('x'),
grid({columns:[10,70,100],rows:[{header:true,cells:[{text:'№',edges:'TBLR'},{text:'Имя',edges:'tblr',span:2}]},...rowsForEach('l','lines',3,[...rowsOnlyIf('$l.isNotLast',3,[r(false)]),...rowsOnlyIf('$l.isLast',3,[r(true)])]),
{keep:true,cells:[{text:'Итого',span:2},{text:'1'}]},{keep:true,cells:[{text:'НДС',span:2},{text:'1'}]}]}), paragraph('Сто рублей',{keepNext:true}),paragraph('Условия',{keepNext:true}),
grid({columns:[90,90],rows:[{keep:true,cells:[{text:'Руководитель'},{text:'Бухгалтер'}]},{keep:false,cells:[{text:'(подпись)'},{text:'(подпись)'}]}]})]}));
for (const n of [1,50,51,52,53,54,55,56,57,58]) {
const t=performance.now();
const out=await createReport({template:a,cmdDelimiter:['{{','}}'],noSandbox:true,processLineBreaksAsNewText:true,indentXml:false,data:{mark:{isDemo:false,isDraft:false,isCopy:false,isShown:false,text:'ДЕМО'},lines:Array.from({length:n},(_,i)=>({i:String(i+1),name:'имя «ёлка» '+i,isLast:i===n-1,isNotLast:i<n-1}))}} as never);
writeFileSync(`/tmp/probe/k${n}.docx`,out); console.log(n, performance.now()-t);
}
