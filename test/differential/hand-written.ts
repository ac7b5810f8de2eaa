import { aDocx, CONTENT_TYPES, documentXml, paragraph, run, table } from '#test/helpers/docx-fixture.ts';

/** A template with one of the constructs that Word, LibreOffice and people put into documents. */
export interface HandWritten {
  readonly name: string;
  readonly body: string;
  readonly parts?: Readonly<Record<string, string>>;
}

const WORD_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part beside the main one, with its content type and its relation. */
function beside(root: string, names: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(names);
  const kind = root === 'hdr' ? 'header' : root === 'ftr' ? 'footer' : root;
  return {
    ...Object.fromEntries(
      files.map(([name, content]) => [
        `word/${name}.xml`,
        documentXml(content).replaceAll('w:document', `w:${root}`).replaceAll(/<\/?w:body>|<w:sectPr\/>/g, ''),
      ]),
    ),
    '[Content_Types].xml': CONTENT_TYPES.replace(
      '</Types>',
      `${files.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD_PART}${kind}+xml"/>`).join('')}</Types>`,
    ),
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${files
      .map(([name], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
  };
}

const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tableOf = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const command = (text: string): string => row(cell(paragraph(text)));
const lines = (...rows: string[]): string =>
  tableOf(command('{{FOR line IN lines}}'), ...rows, command('{{END-FOR line}}'));
const paragraphs = (...texts: string[]): string => texts.map((text) => paragraph(text)).join('');

const textBox = (content: string): string =>
  `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:anchor><wp:docPr id="5" name="Надпись"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const control = (content: string, properties = '<w:alias w:val="Номер"/>'): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const revision = (kind: 'ins' | 'del', content: string): string =>
  `<w:${kind} w:id="9" w:author="Бухгалтер" w:date="2026-11-20T10:00:00Z">${content}</w:${kind}>`;

/** One template per construct. */
export const HAND_WRITTEN: readonly HandWritten[] = [
  { name: 'a table in a cell', body: tableOf(row(cell(paragraph('{{number}}') + table([paragraph('{{total}}')]) + paragraph('после')))) },
  { name: 'a loop around a table in a cell', body: lines(row(cell(paragraph('{{$line.name}}') + table([paragraph('{{$line.sum}}'), paragraph('x')]) + '<w:p/>'))) },
  { name: 'a loop within a table in a cell', body: tableOf(row(cell(table([paragraph('{{FOR line IN lines}}')], [paragraph('{{$line.name}}')], [paragraph('{{END-FOR line}}')]) + '<w:p/>'))) },
  { name: 'merged columns', body: lines(row(cell(paragraph('{{$line.name}}'), '<w:gridSpan w:val="2"/>'), cell(paragraph('{{$line.sum}}')))) },
  { name: 'merged rows', body: tableOf(row(cell(paragraph('{{number}}'), '<w:vMerge w:val="restart"/>'), cell(paragraph('1'))), row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('{{total}}')))) },
  { name: 'merged rows within a loop', body: lines(row(cell(paragraph('{{$line.name}}'), '<w:vMerge w:val="restart"/>'), cell(paragraph('{{$line.sum}}'))), row(cell('<w:p/>', '<w:vMerge/>'), cell(paragraph('{{$line.vat}}')))) },
  { name: 'a head that repeats on each page', body: tableOf(`<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(paragraph('Название'))}</w:tr>`, command('{{FOR line IN lines}}'), row(cell(paragraph('{{$line.name}}'))), command('{{END-FOR line}}')) },
  { name: 'two loops in one table', body: tableOf(command('{{FOR a IN lines}}'), row(cell(paragraph('{{$a.name}}'))), command('{{END-FOR a}}'), command('{{FOR b IN lines}}'), row(cell(paragraph('{{$b.sum}}'))), command('{{END-FOR b}}')) },
  { name: 'a loop within a loop in one table', body: tableOf(command('{{FOR a IN lines}}'), row(cell(paragraph('{{$a.name}}'))), command('{{FOR t IN $a.tags}}'), row(cell(paragraph('{{$t}}'))), command('{{END-FOR t}}'), command('{{END-FOR a}}')) },
  { name: 'a condition on a row', body: tableOf(command('{{IF paid}}'), row(cell(paragraph('оплачено'))), command('{{END-IF}}'), row(cell(paragraph('{{number}}')))) },
  { name: 'a condition and its end in one row', body: tableOf(row(cell(paragraph('{{IF late}}поздно{{END-IF}}')), cell(paragraph('{{number}}')))) },
  { name: 'conditions in two cells of one row', body: tableOf(row(cell(paragraph('{{IF paid}}да{{END-IF}}')), cell(paragraph('{{IF late}}да{{END-IF}}')))) },
  { name: 'a loop over the cells of a row', body: tableOf(row(cell(paragraph('{{FOR line IN lines}}')), cell(paragraph('{{$line.name}}')), cell(paragraph('{{END-FOR line}}')))) },
  { name: 'a loop from the first to the last cell of a row', body: tableOf(row(cell(paragraph('{{FOR line IN lines}}{{$line.name}}')), cell(paragraph('{{$line.sum}}{{END-FOR line}}')))) },
  { name: 'a loop within a cell', body: tableOf(row(cell(paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')), cell(paragraph('{{number}}')))) },
  { name: 'an empty loop in a cell of its own', body: tableOf(row(cell(paragraphs('{{FOR line IN none}}', '{{$line.name}}', '{{END-FOR line}}')), cell(paragraph('x')))) },
  { name: 'an empty loop over rows', body: `${lines(row(cell(paragraph('{{$line.name}}')))).replaceAll('lines', 'none')}${paragraph('после')}` },
  { name: 'a table whose only rows are those of an empty loop, in a cell', body: tableOf(row(cell(`${lines(row(cell(paragraph('x')))).replaceAll('lines', 'none')}<w:p/>`))) },
  { name: 'a loop around a whole table', body: `${paragraph('{{FOR line IN lines}}')}${table([paragraph('{{$line.name}}'), paragraph('{{$line.sum}}')])}${paragraph('{{END-FOR line}}')}` },
  { name: 'a table loop within a paragraph loop', body: `${paragraph('{{FOR a IN lines}}')}${tableOf(command('{{FOR t IN $a.tags}}'), row(cell(paragraph('{{$a.name}} {{$t}}'))), command('{{END-FOR t}}'))}${paragraph('{{END-FOR a}}')}` },
  { name: 'a text box with its copy for old programs', body: textBox(paragraph('{{number}}')) },
  { name: 'a loop within a text box', body: textBox(paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')) },
  { name: 'a text box within a loop', body: `${paragraph('{{FOR line IN lines}}')}${textBox(paragraph('{{$line.name}}'))}${paragraph('{{END-FOR line}}')}` },
  { name: 'a content control around paragraphs', body: control(paragraphs('{{number}}', '{{total}}')) },
  { name: 'a content control around a command', body: `<w:p>${control(run('{{number}}'))}${run(' и ')}${control(run('{{total}}'))}</w:p>` },
  { name: 'a command that begins before a content control', body: `<w:p>${run('{{num')}${control(run('ber}}'))}</w:p>` },
  { name: 'a content control around a row', body: tableOf(command('{{FOR line IN lines}}'), control(row(cell(paragraph('{{$line.name}}')))), command('{{END-FOR line}}')) },
  { name: 'a content control around a cell', body: tableOf(row(control(cell(paragraph('{{number}}'))), cell(paragraph('x')))) },
  { name: 'a loop within a content control', body: control(paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')) },
  { name: 'a loop that begins within a content control and ends behind it', body: `${control(paragraph('{{FOR line IN lines}}'))}${paragraphs('{{$line.name}}', '{{END-FOR line}}')}` },
  { name: 'footnotes', body: `<w:p>${run('{{number}}')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, parts: beside('footnotes', { footnotes: `<w:footnote w:id="2">${paragraph('Сноска {{total}}')}</w:footnote>` }) },
  { name: 'a footnote within a loop', body: `${paragraph('{{FOR line IN lines}}')}<w:p>${run('{{$line.name}}')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('{{END-FOR line}}')}`, parts: beside('footnotes', { footnotes: `<w:footnote w:id="2">${paragraph('Сноска {{number}}')}</w:footnote>` }) },
  { name: 'endnotes', body: `<w:p>${run('{{number}}')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`, parts: beside('endnotes', { endnotes: `<w:endnote w:id="2">${paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}')}</w:endnote>` }) },
  { name: 'comments', body: `<w:p><w:commentRangeStart w:id="1"/>${run('{{num')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${run('ber}}')}</w:p>`, parts: beside('comments', { comments: `<w:comment w:id="1" w:author="А">${paragraph('Проверить {{number}}')}</w:comment>` }) },
  { name: 'inserted text', body: `<w:p>${revision('ins', run('{{number}}'))}${run(' и ')}${revision('ins', run('{{to'))}${run('tal}}')}</w:p>` },
  { name: 'deleted text', body: `<w:p>${revision('del', '<w:r><w:delText>{{absent}}</w:delText></w:r>')}${run('{{num')}${revision('del', '<w:r><w:delText>старое</w:delText></w:r>')}${run('ber}}')}</w:p>` },
  { name: 'an inserted paragraph mark', body: `<w:p><w:pPr><w:rPr>${revision('ins', '').replace('></w:ins>', '/>')}</w:rPr></w:pPr>${run('{{number}}')}</w:p>` },
  { name: 'an inserted row in a loop', body: tableOf(command('{{FOR line IN lines}}'), `<w:tr><w:trPr><w:ins w:id="3" w:author="А"/></w:trPr>${cell(paragraph('{{$line.name}}'))}</w:tr>`, command('{{END-FOR line}}')) },
  { name: 'several headers', body: `${paragraph('{{number}}')}<w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="rId1"/><w:headerReference w:type="even" r:id="rId2"/><w:headerReference w:type="default" r:id="rId3"/><w:titlePg/></w:sectPr></w:pPr></w:p>`, parts: beside('hdr', { header1: paragraph('Первый {{number}}'), header2: paragraph('Четный {{total}}'), header3: paragraphs('{{FOR line IN lines}}', '{{$line.name}}', '{{END-FOR line}}') + '<w:p/>' }) },
  { name: 'a loop over rows in a footer', body: paragraph('x'), parts: beside('ftr', { footer1: lines(row(cell(paragraph('{{$idx + 1}} {{$line.name}}')))) + '<w:p/>' }) },
  { name: 'a landscape section in the middle', body: `${paragraph('{{number}}')}<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>${run('{{total}}')}</w:p>${paragraph('{{number}}')}` },
  { name: 'a section break in a paragraph that only holds a command', body: `${paragraph('{{IF paid}}')}${paragraph('x')}<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>${run('{{END-IF}}')}</w:p>` },
  { name: 'a section for each line', body: `${paragraph('{{FOR line IN lines}}')}<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>${run('{{$line.name}}')}</w:p>${paragraph('{{END-FOR line}}')}` },
  { name: 'a simple field', body: `<w:p><w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>${run(' {{number}}')}</w:p>` },
  { name: 'a command within the result of a field', body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGEFIELD x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('{{number}}')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` },
  { name: 'a command split by a field', body: `<w:p>${run('{{num')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('ber}}')}</w:p>` },
  { name: 'a hyperlink to a bookmark', body: `<w:p><w:hyperlink w:anchor="итог">${run('см. {{number}}')}</w:hyperlink></w:p><w:p><w:bookmarkStart w:id="1" w:name="итог"/>${run('{{total}}')}<w:bookmarkEnd w:id="1"/></w:p>` },
  { name: 'a command across two paragraphs', body: paragraph('{{paid') + paragraph('? "да" : "нет"}} хвост') },
  { name: 'a delimiter across two runs with an empty one between', body: `<w:p>${run('a{')}<w:r><w:t/></w:r>${run('{number}')}${run('}b')}</w:p>` },
  { name: 'commands that touch', body: paragraph('{{number}}{{total}}{{IF paid}}{{number}}{{END-IF}}{{total}}') },
  { name: 'an only command in a paragraph, empty', body: `${paragraph('{{nothing}}')}${paragraph('{{empty}}')}${paragraph('x')}` },
  { name: 'a paragraph that only keeps a value', body: `${paragraph('{{EXEC a = total}}')}${paragraph('{{a}}')}` },
  { name: 'a loop and its end in one paragraph with text around', body: paragraph('до {{FOR n IN names}}[{{$n}}]{{END-FOR n}} после') },
  { name: 'an empty loop in one paragraph with text around', body: paragraph('до {{FOR n IN none}}[{{$n}}]{{END-FOR n}} после') },
  { name: 'text before a loop that ends elsewhere', body: paragraphs('до {{FOR n IN names}}', '{{$n}}', '{{END-FOR n}} после') },
  { name: 'text behind a loop that ends elsewhere', body: paragraphs('{{FOR n IN names}} после', '{{$n}}', 'до {{END-FOR n}}') },
  { name: 'two loops that share a paragraph', body: paragraphs('{{FOR n IN names}}', '{{$n}}', '{{END-FOR n}}{{FOR m IN names}}', '{{$m}}', '{{END-FOR m}}') },
  { name: 'a condition in a loop in one paragraph', body: paragraph('{{FOR n IN names}}{{IF $n}}<{{$n}}>{{END-IF}};{{END-FOR n}}') },
  { name: 'a loop in a condition in one paragraph', body: paragraph('{{IF paid}}{{FOR n IN names}}<{{$n}}>{{END-FOR n}}{{END-IF}}.') },
  { name: 'the number of the row, in nested loops and behind them', body: paragraphs('{{FOR a IN lines}}', '{{$idx}}', '{{FOR t IN $a.tags}}', '{{$idx}} {{$t}}', '{{END-FOR t}}', '{{$idx}}', '{{END-FOR a}}') },
  { name: 'a loop within a loop of the same name', body: paragraphs('{{FOR a IN lines}}', '{{FOR a IN $a.tags}}', '{{$a}}', '{{END-FOR a}}', '{{END-FOR a}}') },
  { name: 'a loop over texts, numbers and a text', body: paragraphs('{{FOR n IN [1, "два", true, 0, ""]}}', '[{{$n}}]', '{{END-FOR n}}') },
  { name: 'a picture that is absent, alone in its paragraph', body: `${paragraph('{{IMAGE nothing}}')}${paragraph('x {{IMAGE nothing}} y')}` },
  { name: 'pictures in a loop', body: paragraphs('{{FOR line IN lines}}', '{{IMAGE picture}}', '{{END-FOR line}}') },
  { name: 'pictures in the rows of a table', body: lines(row(cell(paragraph('{{IMAGE picture}}')), cell(paragraph('{{$line.name}} {{IMAGE picture}}')))) },
  { name: 'a picture of the template within a loop', body: `${paragraph('{{FOR line IN lines}}')}<w:p><w:r><w:drawing><wp:inline><wp:docPr id="3" name="p"/></wp:inline></w:drawing></w:r>${run('{{$line.name}}')}</w:p>${paragraph('{{END-FOR line}}')}` },
  { name: 'links', body: `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{LINK ({ url: site, label: number })}}</w:t></w:r></w:p>${paragraph('до {{LINK ({ url: site })}} после')}` },
  { name: 'links in a loop', body: paragraphs('{{FOR line IN lines}}', '{{LINK ({ url: site, label: $line.name })}}', '{{END-FOR line}}') },
  { name: 'line breaks in values', body: paragraph('[{{multi}}]') + lines(row(cell(paragraph('{{multi}}')), cell(paragraph('{{$line.name}}')))) },
  { name: 'aliases', body: paragraphs('{{ALIAS who INS number}}', '{{ALIAS each FOR n IN names}}', '{{*who}}', '{{* each}}', '{{$n}}', '{{END-FOR n}}') },
  { name: 'an alias within a condition that is not met', body: paragraphs('{{IF late}}', '{{ALIAS who INS number}}', '{{END-IF}}', 'x') },
  { name: 'entities and sections of characters', body: '<w:p><w:r><w:t>&lt;&#123;&#x7B;number}} &amp;quot; <![CDATA[& <b>]]></w:t></w:r></w:p>' },
  { name: 'comments and instructions of XML', body: `<!-- {{number}} --><?mso x?><w:p><w:r><w:t>{{num<!-- x -->ber}}</w:t></w:r></w:p>` },
  { name: 'white space between elements', body: `\n  <w:p>\n    <w:r>\n      <w:t>{{number}}</w:t>\n    </w:r>\n  </w:p>\n` },
  { name: 'attributes with everything', body: `<w:p w:rsidR="&quot;&amp;&lt;&apos;" w:x='"a"'><w:r><w:t>{{number}}</w:t></w:r></w:p>` },
  { name: 'an attribute with a line break', body: '<w:p w:x="a&#xA;b"><w:r><w:t>{{number}}</w:t></w:r></w:p>' },
  { name: 'paragraphs without runs and runs without text', body: `<w:p/><w:p></w:p><w:p><w:r/></w:p><w:p><w:r><w:t/></w:r></w:p><w:p><w:r><w:t></w:t></w:r></w:p>${paragraph('{{number}}')}` },
  { name: 'formulas', body: '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>{{number}}</m:t></m:r></m:oMath></w:p>' },
  { name: 'a template without commands', body: `${paragraph('Просто текст')}${table([paragraph('a'), paragraph('b')])}` },
  { name: 'an unknown part', body: paragraph('{{number}}'), parts: { 'word/people.xml': '<w15:people xmlns:w15="w15">{{number}}</w15:people>', 'customXml/item1.xml': '<a>{{number}}</a>', 'docProps/app.xml': '<Properties>{{number}}</Properties>' } },
  { name: 'styles with text', body: paragraph('{{number}}'), parts: { 'word/styles.xml': '<w:styles xmlns:w="w">\n <w:style w:x="1"/><w:t>{{number}}</w:t></w:styles>' } },
  // Mistakes of authors: both must refuse, for the same reasons.
  { name: 'an end without a beginning', body: paragraphs('{{END-IF}}', 'x') },
  { name: 'a loop without an end', body: paragraphs('{{FOR n IN names}}', '{{$n}}') },
  { name: 'crossed blocks', body: paragraphs('{{FOR n IN names}}', '{{IF paid}}', '{{END-FOR n}}', '{{END-IF}}') },
  { name: 'a loop that ends in a table', body: `${paragraph('{{FOR n IN names}}')}${table([paragraph('{{END-FOR n}}')])}` },
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
];

export const handWrittenTemplate = ({ body, parts }: HandWritten): Uint8Array => aDocx(body, parts);
