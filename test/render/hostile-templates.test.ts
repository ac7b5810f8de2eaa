import { describe, expect, test } from 'vitest';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { DEFAULT_DELIMITERS } from '#main/ports/template-renderer.ts';
import { aDocx, paragraph } from '#test/helpers/docx-fixture.ts';

const engine = createDocxTemplatesEngine();
const PNG = 'iVBORw0KGgo=';
const data = {
  name: 'а',
  list: [1, 2, 3],
  text: 'x'.repeat(1_000),
  picture: { $image: { base64: PNG, extension: '.svg', widthCm: 1, heightCm: 1 } },
};

/** Each was tried on docx-templates with its own evaluators or on the libraries of its kind; a line is a paragraph. */
const HOSTILE: readonly (readonly [string, string[]])[] = [
  [
    'the file system through the constructor',
    ['{{this.constructor.constructor("return process")().getBuiltinModule("fs").readdirSync("/")}}'],
  ],
  ['the constructor of a text', ['{{"".constructor.constructor("return globalThis")()}}']],
  ['the constructor by a computed name', ['{{name["con" + "structor"]}}']],
  ['the constructor through a field of a list', ['{{list["constructor"]["constructor"]("return 1")()}}']],
  ['the constructor of an allowed function', ['{{Math.max.constructor("return process")()}}']],
  ['the constructor through a callback', ['{{list.map(x => x.constructor)}}']],
  ['Function as a callback', ['{{["return process"].map(Function)}}']],
  ['eval as a callback', ['{{["process"].map(eval)}}']],
  ['the prototype by a variable of a loop', ['{{FOR __proto__ IN list}}', '{{END-FOR __proto__}}']],
  ['the prototype by EXEC', ['{{EXEC __proto__ = list}}']],
  ['the prototype of a new object', ['{{({ __proto__: name }).x}}']],
  ['process', ['{{process.env.PATH}}']],
  ['a built-in module', ['{{process.getBuiltinModule("child_process")}}']],
  ['require', ['{{require("fs")}}']],
  ['import', ['{{import("node:fs")}}']],
  ['a function of docx-templates itself', ['{{__code__.constructor}}']],
  ['a definition of an own function', ['{{EXEC f = () => f()}}']],
  ['a named function', ['{{EXEC f = function f() { return f() }}}']],
  ['an endless loop', ['{{EXEC while (true) {} }}']],
  ['an endless loop in a condition', ['{{IF (() => { for (;;); })()}}', '{{END-IF}}']],
  ['a text of a gigabyte', ['{{"a".repeat(1e9)}}']],
  [
    'a text that grows from command to command',
    ['{{EXEC a = text}}', ...Array.from({ length: 25 }, () => '{{EXEC a = a + a}}')],
  ],
  [
    'a list that unfolds',
    ['{{EXEC a = list}}', ...Array.from({ length: 25 }, () => '{{EXEC a = [a, a, a, a, a, a, a, a]}}'), '{{a}}'],
  ],
  ['callbacks within callbacks', ['{{text.split("").map(a => text.split("").map(b => text.split("").map(c => 1)))}}']],
  ['an evil regular expression', ['{{/(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")}}']],
  ['a promise that never comes', ['{{({ then: Boolean })}}']],
  ['raw XML by an escape in a text', ['{{"\\u0001\\u0002\\u0001<w:p/>\\u0001\\u0002\\u0001"}}']],
  ['raw XML in the label of a link', ['{{LINK ({ url: "https://a.ru", label: "\\x01\\x02\\x01<w:p/>" })}}']],
  ['a link to a program', ['{{LINK ({ url: "file:///C:/Windows/System32/calc.exe" })}}']],
  ['a link with a script', ['{{LINK ({ url: "javascript:alert(1)" })}}']],
  ['a page of HTML', ['{{HTML "<script>alert(1)</script>"}}']],
  ['a picture that is a program', ['{{IMAGE picture}}']],
  ['an alias named like a field of Object', ['{{*constructor}}']],
  ['an alias of the prototype', ['{{ALIAS __proto__ INS name}}']],
  ['a command within a command', ['{{IF {{name}} }}', '{{END-IF}}']],
  ['an end without a beginning', ['{{END-FOR line}}']],
  ['a loop that is never closed', ['{{FOR a IN list}}']],
  ['loops that cross', ['{{FOR a IN list}}', '{{FOR b IN list}}', '{{END-FOR a}}', '{{END-FOR b}}']],
  [
    'a loop in a loop in one paragraph, which never ends',
    ['{{FOR a IN list}}{{FOR b IN list}}{{$b}}{{END-FOR b}}{{END-FOR a}}'],
  ],
  ['a command that swallows the rest', ['{{name', 'текст']],
  ['a lone closing delimiter that turns text into a command', ['текст }} name {{name}}']],
  ['a source of a megabyte', [`{{${'1+'.repeat(500_000)}1}}`]],
  ['brackets without end', [`{{${'['.repeat(1_900)}${']'.repeat(1_900)}}}`]],
];

describe('a hostile template is refused with a problem, and nothing else happens', () => {
  test.each(HOSTILE)('%s', async (_name, lines) => {
    const template = aDocx(lines.map((line) => paragraph(line)).join(''));
    const started = performance.now();
    const result = await engine.render({ template, data, delimiters: DEFAULT_DELIMITERS });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.length).toBeGreaterThan(0);
    for (const { code, message } of result.error) {
      expect(code).toMatch(/^template\./);
      expect(message).toMatch(/[а-яё]/);
      expect(message).not.toContain('node_modules');
    }
  });
});
