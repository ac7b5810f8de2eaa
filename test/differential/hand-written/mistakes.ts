import { documentXml, paragraph, table } from '#test/helpers/docx-fixture.ts';
import { paragraphs, type HandWritten } from './build.ts';

/** Mistakes of authors: both engines refuse them, for the same reasons. */
export const MISTAKES: readonly HandWritten[] = [
  { name: 'an end without a beginning', body: paragraphs('{{END-IF}}', 'x') },
  { name: 'a loop without an end', body: paragraphs('{{FOR n IN names}}', '{{$n}}') },
  { name: 'crossed blocks', body: paragraphs('{{FOR n IN names}}', '{{IF paid}}', '{{END-FOR n}}', '{{END-IF}}') },
  {
    name: 'a loop that ends in a table',
    body: `${paragraph('{{FOR n IN names}}')}${table([paragraph('{{END-FOR n}}')])}`,
  },
  { name: 'a command that never closes', body: paragraphs('{{number', 'x') },
  { name: 'a stray closing delimiter', body: paragraph('x}} {{number}}') },
  { name: 'an unknown alias', body: paragraph('{{*who}}') },
  { name: 'a missing name', body: paragraph('{{absent}}') },
  { name: 'a field of nothing', body: paragraph('{{nothing.name}}') },
  { name: 'a loop over no list', body: paragraphs('{{FOR n IN number}}', '{{$n}}', '{{END-FOR n}}') },
  { name: 'an object as a value', body: paragraph('{{seller}}') },
  { name: 'a picture that is none', body: paragraph('{{IMAGE seller}}') },
  { name: 'a link that leads to a file', body: paragraph('{{LINK ({ url: "file:///etc/passwd" })}}') },
  { name: 'an unknown command', body: paragraph('{{image.url}}') },
  { name: 'a query', body: paragraph('{{QUERY x}}') + paragraph('{{number}}') },
  { name: 'a whole page of HTML', body: paragraph('{{HTML number}}') },
  { name: 'the place for a command that Word has emptied', body: paragraph('{{CMD_NODE}}x') },
  { name: 'an empty command', body: paragraph('{{}}x{{ }}') },
  { name: 'an element that never ends', body: '', parts: { 'word/document.xml': documentXml('<w:p>') } },
  { name: 'crossed elements', body: '', parts: { 'word/document.xml': documentXml('<w:p><w:r></w:p></w:r>') } },
  {
    name: 'an entity that nobody declared',
    body: '',
    parts: { 'word/document.xml': documentXml('<w:p><w:r><w:t>&nbsp;{{number}}</w:t></w:r></w:p>') },
  },
  {
    name: 'a document type',
    body: '',
    parts: { 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${documentXml(paragraph('{{number}}'))}` },
  },
  { name: 'a broken header', body: paragraph('{{number}}'), parts: { 'word/header1.xml': '<w:hdr' } },
  { name: 'an attribute without quotes', body: '<w:p w:x=1/>' },
  { name: 'the same attribute twice', body: '<w:p w:x="1" w:x="2"/>' },
  { name: 'no main part', body: '', parts: { '[Content_Types].xml': '<Types/>' } },
];
