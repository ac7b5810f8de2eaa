import { describe, expect, test } from 'vitest';
import { createChromiumDraft } from '#main/adapters-node/pdf/chromium-draft.ts';
import type { PdfEngine } from '#main/adapters-node/pdf/pdf-engine.ts';
import { createPdfMaker } from '#main/adapters-node/pdf/pick-engine.ts';
import type { PdfEngineName } from '#main/ports/pdf-maker.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { never, orders, TINY_PDF } from './office-helpers.ts';

const pdf = Buffer.from(TINY_PDF);
const files = orders('a', 'b');

/** An engine that makes a PDF of all but the files named `bad`. */
const anEngine = (name: PdfEngineName, state: { isFound: boolean; isAble?: boolean }) => {
  const calls: string[][] = [];
  const engine: PdfEngine = {
    name,
    isFound: () => Promise.resolve(state.isFound),
    convert: (given) => {
      const words = given.map((bytes) => Buffer.from(bytes).toString());
      calls.push(words);
      return Promise.resolve(
        words.map((word) =>
          state.isAble === false || word === 'bad'
            ? err({ code: 'pdf.failed', engine: name })
            : ok({ pdf, pages: 1, isDraft: false, engine: name }),
        ),
      );
    },
  };
  return { engine, calls };
};

const maker = (engines: readonly { engine: PdfEngine }[], only = '') =>
  createPdfMaker({ engines: engines.map(({ engine }) => engine), only });

describe('which engine makes the PDF', () => {
  const cases: readonly (readonly [
    story: string,
    found: readonly PdfEngineName[],
    only: string,
    chosen: string | null,
  ])[] = [
    ['Word before LibreOffice', ['word', 'libreoffice', 'chromium'], '', 'word'],
    ['LibreOffice where there is no Word', ['libreoffice', 'chromium'], '', 'libreoffice'],
    ['a draft rather than nothing', ['chromium'], '', 'chromium'],
    ['nothing', [], '', null],
    ['the administrator wants LibreOffice', ['word', 'libreoffice'], 'libreoffice', 'libreoffice'],
    ['the administrator wants Word, and it is absent', ['libreoffice'], 'word', null],
    ['the administrator wants none', ['word', 'libreoffice', 'chromium'], 'none', null],
  ];
  test.each(cases)('%s', async (_, found, only, chosen) => {
    const names = ['word', 'libreoffice', 'chromium'] as const;
    const engines = names.map((name) => anEngine(name, { isFound: found.includes(name) }));
    expect(await maker(engines, only).engine()).toBe(chosen);
  });

  test('a slip in KOMPLEKT_PDF is refused, not guessed', () => {
    expect(() => maker([], 'libre')).toThrow(
      'KOMPLEKT_PDF must be one of word, libreoffice, chromium, none; it is «libre»',
    );
  });

  test('without an engine every file is pdf.noEngine', async () => {
    expect(await maker([]).convert(files, never)).toEqual([
      err({ code: 'pdf.noEngine' }),
      err({ code: 'pdf.noEngine' }),
    ]);
  });

  test('an engine installed while the program runs is found at the next question', async () => {
    const state = { isFound: false };
    const pdfMaker = maker([anEngine('libreoffice', state)]);
    expect(await pdfMaker.engine()).toBeNull();
    state.isFound = true;
    expect(await pdfMaker.engine()).toBe('libreoffice');
  });
});

describe('an engine that is found but makes nothing', () => {
  test('gives its place to the next exact one for good', async () => {
    const word = anEngine('word', { isFound: true, isAble: false });
    const office = anEngine('libreoffice', { isFound: true });
    const pdfMaker = maker([word, office]);
    const results = await pdfMaker.convert(files, never);
    expect(results.map((result) => result.ok && result.value.engine)).toEqual(['libreoffice', 'libreoffice']);
    await pdfMaker.convert(files, never);
    expect([word.calls.length, office.calls.length]).toEqual([1, 2]);
    expect(await pdfMaker.engine()).toBe('libreoffice');
  });

  test('keeps its place when the document is at fault', async () => {
    const word = anEngine('word', { isFound: true });
    const pdfMaker = maker([word, anEngine('libreoffice', { isFound: true })]);
    expect(await pdfMaker.convert(orders('bad'), never)).toEqual([err({ code: 'pdf.failed', engine: 'word' })]);
    expect(await pdfMaker.engine()).toBe('word');
  });

  test('is never replaced by a draft', async () => {
    const draft = anEngine('chromium', { isFound: true });
    const pdfMaker = maker([anEngine('libreoffice', { isFound: true, isAble: false }), draft]);
    expect(await pdfMaker.convert(orders('a'), never)).toEqual([err({ code: 'pdf.failed', engine: 'libreoffice' })]);
    expect(draft.calls).toEqual([]);
  });
});

test('calls wait for each other, and one that throws does not stop the next', async () => {
  const story: string[] = [];
  let calls = 0;
  const engine: PdfEngine = {
    name: 'libreoffice',
    isFound: () => Promise.resolve(true),
    convert: async () => {
      const call = (calls += 1);
      story.push(`start ${call}`);
      await Promise.resolve();
      story.push(`end ${call}`);
      if (call === 1) throw new Error('disk');
      return [ok({ pdf, pages: 1, isDraft: false, engine: 'libreoffice' })];
    },
  };
  const pdfMaker = maker([{ engine }]);
  const both = await Promise.allSettled([pdfMaker.convert(orders('a'), never), pdfMaker.convert(orders('b'), never)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(story).toEqual(['start 1', 'end 1', 'start 2', 'end 2']);
});

describe('the draft of the window', () => {
  test('is marked as a draft, and what was not printed is failed', async () => {
    const draft = createChromiumDraft((docx) => Promise.resolve(Buffer.from(docx).toString() === 'a' ? pdf : null));
    expect(await draft.convert(files, never)).toEqual([
      ok({ pdf, pages: 1, isDraft: true, engine: 'chromium' }),
      err({ code: 'pdf.failed', engine: 'chromium' }),
    ]);
  });

  test('is not found where the host cannot print', async () => {
    expect(await createChromiumDraft(null).isFound()).toBe(false);
  });
});
