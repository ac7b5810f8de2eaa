import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readOutputs, writeInputs } from './batch-files.ts';
import { convertInBatches, timeoutFor, type Batch, type Patience } from './in-batches.ts';
import type { PdfEngine } from './pdf-engine.ts';
import { runProcess, type ProcessRequest, type ProcessRun } from './run-process.ts';
import { parseWordPid, WORD_SCRIPT } from './word-script.ts';
import { systemRootOf, windowsTool } from './windows-tool.ts';
import { createWorkFolder } from './work-folder.ts';

type WordOptions = {
  readonly platform?: NodeJS.Platform;
  readonly systemRoot?: string;
  readonly tempFolder?: string;
  /** Starts a program; replaced in tests. */
  readonly run?: (request: ProcessRequest) => Promise<ProcessRun>;
};

/** Word may start slowly on an office computer; some tenths of a second a document afterwards (not measured). */
const PATIENCE: Patience = { startMs: 60_000, perFileMs: 5_000 };

/** Looking into the registry and ending a process take a moment. */
const QUICK_MS = 10_000;

/**
 * Microsoft Word through COM: the pages are exactly those that the reader of the .docx will see. Windows only, one Word
 * of our own per call, never the one a person has open.
 *
 * No test runs Word: the machines that test this program have none. What is tested is the arguments, the script's text
 * as shipped, the reading of its answer and the ending of a Word that hangs, all against a double that starts nothing.
 */
export const createWord = ({
  platform = process.platform,
  systemRoot = systemRootOf(process.env),
  tempFolder = os.tmpdir(),
  run = runProcess,
}: WordOptions = {}): PdfEngine => {
  const work = createWorkFolder(tempFolder);
  const tool = (...names: readonly string[]) => windowsTool(systemRoot, ...names);
  const quick = (command: string, args: readonly string[]) =>
    run({ command, args, timeoutMs: QUICK_MS, signal: new AbortController().signal });
  const endWord = (pid: number) =>
    // Both filters: a number may belong to another program by now.
    quick(tool('taskkill.exe'), ['/F', '/FI', `PID eq ${pid}`, '/FI', 'IMAGENAME eq WINWORD.EXE']);
  const convert = (files: readonly Uint8Array[], signal: AbortSignal): Promise<Batch> =>
    work.within(async (folder) => {
      const names = await writeInputs(folder, files);
      const job = path.join(folder, 'job.json');
      const script = path.join(folder, 'convert.ps1');
      await writeFile(job, JSON.stringify({ files: names }));
      await writeFile(script, WORD_SCRIPT);
      const { end, output } = await run({
        command: tool('WindowsPowerShell', 'v1.0', 'powershell.exe'),
        args: wordArguments(script, job),
        timeoutMs: timeoutFor(PATIENCE, files.length),
        signal,
      });
      const pid = parseWordPid(output);
      if (end !== 'done' && pid !== null) await endWord(pid);
      return { pdfs: await readOutputs(names), end };
    });
  return {
    name: 'word',
    isFound: async () => {
      if (platform !== 'win32') return false;
      const { end } = await quick(tool('reg.exe'), ['query', 'HKCR\\Word.Application\\CLSID']);
      return end === 'done';
    },
    convert: convertInBatches('word', convert),
  };
};

const wordArguments = (script: string, job: string): readonly string[] => [
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-File',
  script,
  '-JobFile',
  job,
];
