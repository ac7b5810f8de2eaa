import { paragraph, run } from '#test/helpers/docx-fixture.ts';
import {
  beside,
  cell,
  command,
  control,
  lines,
  paragraphs,
  revision,
  row,
  tableOf,
  textBox,
  type HandWritten,
} from './build.ts';

/** Text boxes, content controls, notes, revisions, headers and sections. */
export const PARTS: readonly HandWritten[] = [
  { name: 'a text box with its copy for old programs', body: textBox(paragraph('{{number}}')) },
  {
    name: 'a loop within a text box',
    explained: 'loop-in-text-box',
    body: textBox(paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')),
  },
  {
    name: 'a text box within a loop',
    body: `${paragraph('{{FOR line IN lines}}')}${textBox(paragraph('{{$line.name}}'))}${paragraph('{{END-FOR line}}')}`,
  },
  { name: 'a content control around paragraphs', body: control(paragraphs('{{number}}', '{{total}}')) },
  {
    name: 'a content control around a command',
    body: `<w:p>${control(run('{{number}}'))}${run(' и ')}${control(run('{{total}}'))}</w:p>`,
  },
  {
    name: 'a command that begins before a content control',
    body: `<w:p>${run('{{num')}${control(run('ber}}'))}</w:p>`,
  },
  {
    name: 'a content control around a row',
    body: tableOf(
      command('{{FOR line IN lines}}'),
      control(row(cell(paragraph('{{$line.name}}')))),
      command('{{END-FOR line}}'),
    ),
  },
  {
    name: 'a content control around a cell',
    body: tableOf(row(control(cell(paragraph('{{number}}'))), cell(paragraph('x')))),
  },
  {
    name: 'a loop within a content control',
    body: control(paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')),
  },
  {
    name: 'a loop that begins within a content control and ends behind it',
    body: `${control(paragraph('{{FOR line IN lines}}'))}${paragraphs('{{$line.name}}', '{{END-FOR line}}')}`,
  },
  {
    name: 'footnotes',
    body: `<w:p>${run('{{number}}')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    parts: beside('footnotes', { footnotes: `<w:footnote w:id="2">${paragraph('Сноска {{total}}')}</w:footnote>` }),
  },
  {
    name: 'a footnote within a loop',
    body: `${paragraph('{{FOR line IN lines}}')}<w:p>${run('{{$line.name}}')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('{{END-FOR line}}')}`,
    parts: beside('footnotes', { footnotes: `<w:footnote w:id="2">${paragraph('Сноска {{number}}')}</w:footnote>` }),
  },
  {
    name: 'endnotes',
    body: `<w:p>${run('{{number}}')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
    parts: beside('endnotes', {
      endnotes: `<w:endnote w:id="2">${paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')}</w:endnote>`,
    }),
  },
  {
    name: 'comments',
    body: `<w:p><w:commentRangeStart w:id="1"/>${run('{{num')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${run('ber}}')}</w:p>`,
    parts: beside('comments', {
      comments: `<w:comment w:id="1" w:author="А">${paragraph('Проверить {{number}}')}</w:comment>`,
    }),
  },
  {
    name: 'inserted text',
    body: `<w:p>${revision('ins', run('{{number}}'))}${run(' и ')}${revision('ins', run('{{to'))}${run('tal}}')}</w:p>`,
  },
  {
    name: 'deleted text',
    body: `<w:p>${revision('del', '<w:r><w:delText>{{absent}}</w:delText></w:r>')}${run('{{num')}${revision('del', '<w:r><w:delText>старое</w:delText></w:r>')}${run('ber}}')}</w:p>`,
  },
  {
    name: 'an inserted paragraph mark',
    body: `<w:p><w:pPr><w:rPr>${revision('ins', '').replace('></w:ins>', '/>')}</w:rPr></w:pPr>${run('{{number}}')}</w:p>`,
  },
  {
    name: 'an inserted row in a loop',
    body: tableOf(
      command('{{FOR line IN lines}}'),
      `<w:tr><w:trPr><w:ins w:id="3" w:author="А"/></w:trPr>${cell(paragraph('{{$line.name}}'))}</w:tr>`,
      command('{{END-FOR line}}'),
    ),
  },
  {
    name: 'several headers',
    body: `${paragraph('{{number}}')}<w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="rId1"/><w:headerReference w:type="even" r:id="rId2"/><w:headerReference w:type="default" r:id="rId3"/><w:titlePg/></w:sectPr></w:pPr></w:p>`,
    parts: beside('hdr', {
      header1: paragraph('Первый {{number}}'),
      header2: paragraph('Четный {{total}}'),
      header3: paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}') + '<w:p/>',
    }),
  },
  {
    name: 'a loop over rows in a footer',
    body: paragraph('x'),
    parts: beside('ftr', { footer1: lines(row(cell(paragraph('{{$idx + 1}} {{$line.name}}')))) + '<w:p/>' }),
  },
  {
    name: 'a landscape section in the middle',
    body: `${paragraph('{{number}}')}<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>${run('{{total}}')}</w:p>${paragraph('{{number}}')}`,
  },
  {
    name: 'a section break in a paragraph that only holds a command',
    body: `${paragraph('{{IF paid}}')}${paragraph('x')}<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>${run('{{END-IF}}')}</w:p>`,
  },
  {
    name: 'a section for each line',
    body: `${paragraph('{{FOR line IN lines}}')}<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>${run('{{$line.name}}')}</w:p>${paragraph('{{END-FOR line}}')}`,
  },
  {
    name: 'a link in a header',
    explained: 'links-in-headers',
    body: paragraph('x'),
    parts: beside('hdr', { header1: paragraph('{{LINK ({ url: site, label: number })}}') }),
  },
  {
    name: 'a picture in a header',
    body: paragraph('x'),
    parts: beside('hdr', { header1: paragraph('{{IMAGE picture}}') }),
  },
];
