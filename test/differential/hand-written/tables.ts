import { paragraph, table } from '#test/helpers/docx-fixture.ts';
import { cell, command, lines, paragraphs, row, tableOf, type HandWritten } from './build.ts';

/** Tables, rows and cells, with loops and conditions over them. */
export const TABLES: readonly HandWritten[] = [
  {
    name: 'a table in a cell',
    body: tableOf(row(cell(paragraph('{{number}}') + table([paragraph('{{total}}')]) + paragraph('после')))),
  },
  {
    name: 'a loop around a table in a cell',
    body: lines(
      row(cell(paragraph('{{$line.name}}') + table([paragraph('{{$line.sum}}'), paragraph('x')]) + '<w:p/>')),
    ),
  },
  {
    name: 'a loop within a table in a cell',
    body: tableOf(
      row(
        cell(
          table([paragraph('{{FOR line IN lines}}')], [paragraph('{{$line.name}}')], [paragraph('{{END-FOR line}}')]) +
            '<w:p/>',
        ),
      ),
    ),
  },
  {
    name: 'merged columns',
    body: lines(row(cell(paragraph('{{$line.name}}'), '<w:gridSpan w:val="2"/>'), cell(paragraph('{{$line.sum}}')))),
  },
  {
    name: 'merged rows',
    body: tableOf(
      row(cell(paragraph('{{number}}'), '<w:vMerge w:val="restart"/>'), cell(paragraph('1'))),
      row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('{{total}}'))),
    ),
  },
  {
    name: 'merged rows within a loop',
    body: lines(
      row(cell(paragraph('{{$line.name}}'), '<w:vMerge w:val="restart"/>'), cell(paragraph('{{$line.sum}}'))),
      row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('{{$line.vat}}'))),
    ),
  },
  {
    name: 'a head that repeats on each page',
    body: tableOf(
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(paragraph('Название'))}</w:tr>`,
      command('{{FOR line IN lines}}'),
      row(cell(paragraph('{{$line.name}}'))),
      command('{{END-FOR line}}'),
    ),
  },
  {
    name: 'two loops in one table',
    body: tableOf(
      command('{{FOR a IN lines}}'),
      row(cell(paragraph('{{$a.name}}'))),
      command('{{END-FOR a}}'),
      command('{{FOR b IN lines}}'),
      row(cell(paragraph('{{$b.sum}}'))),
      command('{{END-FOR b}}'),
    ),
  },
  {
    name: 'a loop within a loop in one table',
    body: tableOf(
      command('{{FOR a IN lines}}'),
      row(cell(paragraph('{{$a.name}}'))),
      command('{{FOR t IN $a.tags}}'),
      row(cell(paragraph('{{$t}}'))),
      command('{{END-FOR t}}'),
      command('{{END-FOR a}}'),
    ),
  },
  {
    name: 'a condition on a row',
    body: tableOf(
      command('{{IF paid}}'),
      row(cell(paragraph('оплачено'))),
      command('{{END-IF}}'),
      row(cell(paragraph('{{number}}'))),
    ),
  },
  {
    name: 'a condition and its end in one row',
    body: tableOf(row(cell(paragraph('{{IF late}}поздно{{END-IF}}')), cell(paragraph('{{number}}')))),
  },
  {
    name: 'conditions in two cells of one row',
    body: tableOf(row(cell(paragraph('{{IF paid}}да{{END-IF}}')), cell(paragraph('{{IF late}}да{{END-IF}}')))),
  },
  {
    name: 'a loop over the cells of a row',
    body: tableOf(
      row(
        cell(paragraph('{{FOR line IN lines}}')),
        cell(paragraph('{{$line.name}}')),
        cell(paragraph('{{END-FOR line}}')),
      ),
    ),
  },
  {
    name: 'a loop from the first to the last cell of a row',
    body: tableOf(
      row(cell(paragraph('{{FOR line IN lines}}{{$line.name}}')), cell(paragraph('{{$line.sum}}{{END-FOR line}}'))),
    ),
  },
  {
    name: 'a loop within a cell',
    body: tableOf(
      row(
        cell(paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')),
        cell(paragraph('{{number}}')),
      ),
    ),
  },
  {
    name: 'an empty loop in a cell of its own',
    body: tableOf(
      row(cell(paragraphs('{{FOR line IN none}}', '{{$line.name}}', '{{END-FOR line}}')), cell(paragraph('x'))),
    ),
  },
  {
    name: 'an empty loop over rows',
    body: `${lines(row(cell(paragraph('{{$line.name}}')))).replaceAll('lines', 'none')}${paragraph('после')}`,
  },
  {
    name: 'a table whose only rows are those of an empty loop, in a cell',
    body: tableOf(row(cell(`${lines(row(cell(paragraph('x')))).replaceAll('lines', 'none')}<w:p/>`))),
  },
  {
    name: 'a loop around a whole table',
    body: `${paragraph('{{FOR line IN lines}}')}${table([paragraph('{{$line.name}}'), paragraph('{{$line.sum}}')])}${paragraph('{{END-FOR line}}')}`,
  },
  {
    name: 'a table loop within a paragraph loop',
    body: `${paragraph('{{FOR a IN lines}}')}${tableOf(command('{{FOR t IN $a.tags}}'), row(cell(paragraph('{{$a.name}} {{$t}}'))), command('{{END-FOR t}}'))}${paragraph('{{END-FOR a}}')}`,
  },
];
