import { paragraph, run, table } from '#test/helpers/docx-fixture.ts';
import { cell, lines, paragraphs, row, type HandWritten } from './build.ts';

/** Fields, links, pictures and whatever else may stand between the letters of a paragraph. */
export const TEXTS: readonly HandWritten[] = [
  {
    name: 'a simple field',
    body: `<w:p><w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>${run(' {{number}}')}</w:p>`,
  },
  {
    name: 'a command within the result of a field',
    body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGEFIELD x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('{{number}}')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  },
  {
    name: 'a command split by a field',
    body: `<w:p>${run('{{num')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('ber}}')}</w:p>`,
  },
  {
    name: 'a hyperlink to a bookmark',
    body: `<w:p><w:hyperlink w:anchor="итог">${run('см. {{number}}')}</w:hyperlink></w:p><w:p><w:bookmarkStart w:id="1" w:name="итог"/>${run('{{total}}')}<w:bookmarkEnd w:id="1"/></w:p>`,
  },
  { name: 'a command across two paragraphs', body: paragraph('{{paid') + paragraph('? "да" : "нет"}} хвост') },
  {
    name: 'a delimiter across two runs with an empty one between',
    body: `<w:p>${run('a{')}<w:r><w:t/></w:r>${run('{number}')}${run('}b')}</w:p>`,
  },
  { name: 'commands that touch', body: paragraph('{{number}}{{total}}{{IF paid}}{{number}}{{END-IF}}{{total}}') },
  {
    name: 'an only command in a paragraph, empty',
    body: `${paragraph('{{nothing}}')}${paragraph('{{empty}}')}${paragraph('x')}`,
  },
  { name: 'a paragraph that only keeps a value', body: `${paragraph('{{EXEC a = total}}')}${paragraph('{{a}}')}` },
  {
    name: 'a loop and its end in one paragraph with text around',
    body: paragraph('до {{FOR n IN names}}[{{$n}}]{{END-FOR n}} после'),
  },
  {
    name: 'an empty loop in one paragraph with text around',
    body: paragraph('до {{FOR n IN none}}[{{$n}}]{{END-FOR n}} после'),
  },
  {
    name: 'text before a loop that ends elsewhere',
    body: paragraphs('до {{FOR n IN names}}', '{{$n}}', '{{END-FOR n}} после'),
  },
  {
    name: 'text behind a loop that ends elsewhere',
    body: paragraphs('{{FOR n IN names}} после', '{{$n}}', 'до {{END-FOR n}}'),
  },
  {
    name: 'two loops that share a paragraph',
    body: paragraphs('{{FOR n IN names}}', '{{$n}}', '{{END-FOR n}}{{FOR m IN names}}', '{{$m}}', '{{END-FOR m}}'),
  },
  {
    name: 'a condition in a loop in one paragraph',
    body: paragraph('{{FOR n IN names}}{{IF $n}}<{{$n}}>{{END-IF}};{{END-FOR n}}'),
  },
  {
    name: 'a loop in a condition in one paragraph',
    body: paragraph('{{IF paid}}{{FOR n IN names}}<{{$n}}>{{END-FOR n}}{{END-IF}}.'),
  },
  {
    name: 'the number of the row, in nested loops and behind them',
    body: paragraphs(
      '{{FOR a IN lines}}',
      '{{$idx}}',
      '{{FOR t IN $a.tags}}',
      '{{$idx}} {{$t}}',
      '{{END-FOR t}}',
      '{{$idx}}',
      '{{END-FOR a}}',
    ),
  },
  {
    name: 'a loop within a loop of the same name',
    explained: 'loop-of-the-same-name',
    body: paragraphs('{{FOR a IN lines}}', '{{FOR a IN $a.tags}}', '{{$a}}', '{{END-FOR a}}', '{{END-FOR a}}'),
  },
  {
    name: 'a loop over texts, numbers and a text',
    body: paragraphs('{{FOR n IN [1, "два", true, 0, ""]}}', '[{{$n}}]', '{{END-FOR n}}'),
  },
  {
    name: 'a picture that is absent, alone in its paragraph',
    body: `${paragraph('{{IMAGE nothing}}')}${paragraph('x {{IMAGE nothing}} y')}`,
  },
  { name: 'pictures in a loop', body: paragraphs('{{FOR line IN lines}}', '{{IMAGE picture}}', '{{END-FOR line}}') },
  {
    name: 'pictures in the rows of a table',
    body: lines(row(cell(paragraph('{{IMAGE picture}}')), cell(paragraph('{{$line.name}} {{IMAGE picture}}')))),
  },
  {
    name: 'a picture of the template within a loop',
    body: `${paragraph('{{FOR line IN lines}}')}<w:p><w:r><w:drawing><wp:inline><wp:docPr id="3" name="p"/></wp:inline></w:drawing></w:r>${run('{{$line.name}}')}</w:p>${paragraph('{{END-FOR line}}')}`,
  },
  {
    name: 'links',
    body: `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{LINK ({ url: site, label: number })}}</w:t></w:r></w:p>${paragraph('до {{LINK ({ url: site })}} после')}`,
  },
  {
    name: 'links in a loop',
    body: paragraphs('{{FOR line IN lines}}', '{{LINK ({ url: site, label: $line.name })}}', '{{END-FOR line}}'),
  },
  {
    name: 'line breaks in values',
    body: paragraph('[{{multi}}]') + lines(row(cell(paragraph('{{multi}}')), cell(paragraph('{{$line.name}}')))),
  },
  {
    name: 'aliases',
    body: paragraphs(
      '{{ALIAS who INS number}}',
      '{{ALIAS each FOR n IN names}}',
      '{{*who}}',
      '{{* each}}',
      '{{$n}}',
      '{{END-FOR n}}',
    ),
  },
  {
    name: 'an alias within a condition that is not met',
    body: paragraphs('{{IF late}}', '{{ALIAS who INS number}}', '{{END-IF}}', 'x'),
  },
  {
    name: 'entities and sections of characters',
    explained: 'sections-of-characters',
    body: '<w:p><w:r><w:t>&lt;&#123;&#x7B;number}} &amp;quot; <![CDATA[& <b>]]></w:t></w:r></w:p>',
  },
  {
    name: 'comments and instructions of XML',
    body: `<!-- {{number}} --><?mso x?><w:p><w:r><w:t>{{num<!-- x -->ber}}</w:t></w:r></w:p>`,
  },
  {
    name: 'white space between elements',
    body: `\n  <w:p>\n    <w:r>\n      <w:t>{{number}}</w:t>\n    </w:r>\n  </w:p>\n`,
  },
  {
    name: 'attributes with everything',
    body: `<w:p w:rsidR="&quot;&amp;&lt;&apos;" w:x='"a"'><w:r><w:t>{{number}}</w:t></w:r></w:p>`,
  },
  { name: 'an attribute with a line break', body: '<w:p w:x="a&#xA;b"><w:r><w:t>{{number}}</w:t></w:r></w:p>' },
  {
    name: 'paragraphs without runs and runs without text',
    body: `<w:p/><w:p></w:p><w:p><w:r/></w:p><w:p><w:r><w:t/></w:r></w:p><w:p><w:r><w:t></w:t></w:r></w:p>${paragraph('{{number}}')}`,
  },
  {
    name: 'formulas',
    body: '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{{number}}</m:t></m:r></m:oMath></w:p>',
  },
  {
    name: 'a template without commands',
    body: `${paragraph('Просто текст')}${table([paragraph('a'), paragraph('b')])}`,
  },
  {
    name: 'an unknown part',
    body: paragraph('{{number}}'),
    parts: {
      'word/people.xml': '<w15:people xmlns:w15="w15">{{number}}</w15:people>',
      'customXml/item1.xml': '<a>{{number}}</a>',
      'docProps/app.xml': '<Properties>{{number}}</Properties>',
    },
  },
  {
    name: 'styles with text',
    body: paragraph('{{number}}'),
    parts: { 'word/styles.xml': '<w:styles xmlns:w="w">\n <w:style w:x="1"/><w:t>{{number}}</w:t></w:styles>' },
  },
  {
    name: 'a paragraph within a paragraph',
    body: `<w:p>${run('до {{number}}')}<w:p>${run('{{total}}')}</w:p>${run('после {{number}}')}</w:p>`,
  },
  { name: 'text outside of runs and paragraphs', body: '<w:t>{{number}}</w:t><w:p><w:t>{{total}}</w:t></w:p>' },
  {
    name: 'a text within a text',
    explained: 'element-within-text',
    body: '<w:p><w:r><w:t>а {{num<w:x>б</w:x>ber}} в</w:t></w:r></w:p>',
  },
  {
    name: 'another prefix for the same names',
    body: '<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>{{number}}</x:t></x:r></x:p>',
  },
  {
    name: 'a table without rows and a row without cells',
    body: `<w:tbl><w:tblPr/></w:tbl><w:tbl><w:tr/></w:tbl>${paragraph('{{number}}')}`,
  },
  {
    name: 'a mark at the beginning of the file',
    body: paragraph('{{number}}'),
    parts: { 'word/extra.xml': '\uFEFF<?xml version="1.0"?><w:x xmlns:w="w"><w:t>{{number}}</w:t></w:x>' },
  },
  {
    name: 'an attribute with a command',
    body: `<w:p w:x="{{number}}"><w:pPr><w:pStyle w:val="{{number}}"/></w:pPr>${run('{{number}}')}</w:p>`,
  },
  {
    name: 'a very long text around a command',
    body: paragraph(`${'слово '.repeat(5_000)}{{number}}${' слово'.repeat(5_000)}`),
  },
];
