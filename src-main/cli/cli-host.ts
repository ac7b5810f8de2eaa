import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writePieces } from '#main/host/write-pieces.ts';
import { writeOutput } from '#main/host/write-output.ts';
import { parseCard } from '#main/host/card-tools.ts';
import { readToken } from './read-token.ts';
import { createNewBase } from '#main/host/create-base.ts';
import type { CoreOptions } from '#main/host/core-host.ts';
import { startCore } from '#main/host/start-core.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { baseFolderOf } from '#main/host/open-deps.ts';
import { programFolder } from '#main/host/program.ts';
import { restoreBase } from '#main/host/restore-base.ts';
import { playOnEmptyBase, shippedProcesses } from '#main/host/script-stage.ts';
import { readStatementFile } from '#main/host/statement-tools.ts';
import { systemClock, systemRandomness } from '#main/host/system.ts';
import { lintForKind, renderOnce } from '#main/host/template-tools.ts';
import { startWebHost } from '#main/web-host/start-web-host.ts';
import { appError } from '#shared/contract/errors.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CliHost, Output } from './command.ts';

/** What the commands need of this machine beside the core. */
export const createCliHost = (options: CoreOptions, onReady: (output: Output) => void): CliHost => ({
  baseFolder: options.baseFolder,
  today: () => systemClock.today(),
  uuid: systemRandomness.uuid,
  readFile: async (path) => {
    try {
      return ok(await readFile(resolve(path)));
    } catch {
      // Absent, a folder, no right to read: people are told the same and see the path.
      return err(appError('file.unreadable', { file: path }));
    }
  },
  writeFile: writeOutput,
  writePieces,
  createBase: async (demoToday) => {
    const folder = baseFolderOf(options.baseFolder);
    const made = await createNewBase(folder, options, noMainPorts, demoToday === null ? null : isoDate(demoToday));
    return made.ok ? ok(folder) : made;
  },
  restore: (file) => restoreBase(options.baseFolder, resolve(file)),
  render: (template, data, delimiters, engine) => renderOnce(options, template, data, delimiters, engine),
  lint: (template, kind) => lintForKind(options, template, kind),
  readStatement: readStatementFile,
  parseCard,
  shippedProcesses: () => shippedProcesses(options.templatesFolder),
  playScript: playOnEmptyBase,
  readToken,
  serve: async (port) => {
    const host = await startCore(options, noMainPorts);
    if (!host.ok) return host;
    const web = await startWebHost({
      host: host.value,
      port,
      rendererFolder: join(programFolder, 'dist', 'renderer'),
      random: systemRandomness,
    });
    const stopped = new Promise<void>((resolveStopped) => {
      const stop = () => void web.close().then(host.value.close).then(resolveStopped);
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    return ok({ url: web.url, stopped });
  },
  onInterrupt: (action) => {
    process.once('SIGINT', action);
    return () => void process.off('SIGINT', action);
  },
  onReady,
});
