import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppError } from '#shared/contract/errors.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { startCoreThread } from '#main/host/core-in-thread.ts';
import { noMainPorts } from '#main/host/main-ports.ts';
import { createProcessTools } from '#main/host/process-tools.ts';
import { sourceOptions } from '#main/host/program.ts';
import { parseShellArguments } from '#main/shell/shell-arguments.ts';
import { startWebHost } from '#main/web-host/start-web-host.ts';
import { projectRoot } from './run-tool.ts';

/** A port of our own by habit: the browser keeps the person's settings per address. Another one when it is taken. */
const USUAL_PORT = 47_810;

export type ServedWindow = { readonly url: string; readonly close: () => Promise<void> };

/** The built window and the built core, served to the browser of this machine. */
export async function serveWindow(
  argv: readonly string[],
  onCrash: () => void,
): Promise<Result<ServedWindow, AppError>> {
  const tools = createProcessTools(path.join(projectRoot, '.cache/start.log'));
  const { baseFolder, mode } = parseShellArguments(argv);
  const started = await startCoreThread(
    built('core-thread.mjs'),
    {
      ...sourceOptions(baseFolder, mode),
      renderWorkerUrl: built('render-worker.mjs').href,
      statementWorkerUrl: built('statement-worker.mjs').href,
      paperWorkerUrl: built('paper-worker.mjs').href,
      crmThreadUrl: built('crm-thread.mjs').href,
    },
    noMainPorts,
    { ...tools, onCrash },
  );
  if (!started.ok) return started;
  const host = started.value;
  const serve = (port: number) =>
    startWebHost({ host, rendererFolder: path.join(projectRoot, 'dist/renderer'), port, random: tools.random });
  const web = await serve(USUAL_PORT).catch(() => serve(0));
  return ok({
    url: web.url,
    close: async () => {
      await web.close();
      await host.close();
    },
  });
}

const built = (name: string): URL => pathToFileURL(path.join(projectRoot, 'dist/main', name));
