import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { ProcessRequest, ProcessRun } from '#main/adapters-node/pdf/run-process.ts';
import { createWord } from '#main/adapters-node/pdf/word-com.ts';
import { parseWordPid, WORD_SCRIPT } from '#main/adapters-node/pdf/word-script.ts';
import { aTempFolder, never, orders, TINY_PDF } from './office-helpers.ts';

type Started = Pick<ProcessRequest, 'command' | 'args'>;
type Job = { readonly files: readonly { readonly docx: string; readonly pdf: string }[] };

/** Word on a pretended Windows: every start is written down and answered by `answer`. */
const aWord = async (answer: (job: Job | null) => Promise<ProcessRun> | ProcessRun) => {
  const started: Started[] = [];
  const word = createWord({
    platform: 'win32',
    systemRoot: 'C:\\Windows',
    tempFolder: await aTempFolder(),
    run: async ({ command, args }) => {
      started.push({ command, args });
      const job = args[args.indexOf('-JobFile') + 1];
      const isScript = command.endsWith('powershell.exe') && job !== undefined;
      return answer(isScript ? (JSON.parse(await readFile(job, 'utf8')) as Job) : null);
    },
  });
  return { word, started };
};

const done: ProcessRun = { end: 'done', output: '' };

describe('Word, as far as it can be tested without Word', () => {
  test('the script is given a file with the names, never names in its text', async () => {
    const { word, started } = await aWord(async (job) => {
      for (const { pdf } of job?.files ?? []) await writeFile(pdf, TINY_PDF);
      return done;
    });
    const results = await word.convert(orders('one', 'two'), never);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(started).toHaveLength(1);
    expect(started[0]?.command).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(started[0]?.args).toEqual([
      '-NoProfile',
      '-NonInteractive',
      '-ExecutionPolicy',
      'Bypass',
      '-File',
      expect.stringMatching(/convert\.ps1$/),
      '-JobFile',
      expect.stringMatching(/job\.json$/),
    ]);
  });

  test('a Word that hangs is ended by its own number and only if it is still a Word', async () => {
    const { word, started } = await aWord((job) => (job ? { end: 'timeout', output: 'pid 4711\r\n' } : done));
    expect(await word.convert(orders('one'), never)).toEqual([
      { ok: false, error: { code: 'pdf.timeout', engine: 'word' } },
    ]);
    expect(started[1]).toEqual({
      command: 'C:\\Windows\\System32\\taskkill.exe',
      args: ['/F', '/FI', 'PID eq 4711', '/FI', 'IMAGENAME eq WINWORD.EXE'],
    });
  });

  test('a Word that never told its number is left alone', async () => {
    const { word, started } = await aWord((job) => (job ? { end: 'timeout', output: '' } : done));
    await word.convert(orders('one'), never);
    expect(started).toHaveLength(1);
  });

  test('it is found by the registry, and never looked for outside Windows', async () => {
    const present = await aWord(() => done);
    expect(await present.word.isFound()).toBe(true);
    expect(present.started[0]?.args).toEqual(['query', 'HKCR\\Word.Application\\CLSID']);
    const absent = await aWord(() => ({ end: 'died', output: '' }));
    expect(await absent.word.isFound()).toBe(false);
    expect(await createWord({ platform: 'linux' }).isFound()).toBe(false);
  });

  test('the script is plain Latin, has nothing to fill in, and switches questions and macros off', () => {
    expect(WORD_SCRIPT).toMatch(/^[\n\x20-\x7e]+$/);
    expect(WORD_SCRIPT).not.toContain('${');
    expect(WORD_SCRIPT).toContain('$word.DisplayAlerts = 0');
    expect(WORD_SCRIPT).toContain('$word.AutomationSecurity = 3');
    expect(WORD_SCRIPT).toContain('ExportAsFixedFormat($file.pdf, 17)');
  });

  test.each([
    ['pid 4711\r\nrefused -2146823135\r\n', 4711],
    ['pid 12\n', 12],
    ['pid 0\r\n', null],
    ['', null],
    ['something pid 5', null],
  ])('the number in %j is %s', (output, pid) => {
    expect(parseWordPid(output)).toBe(pid);
  });
});
