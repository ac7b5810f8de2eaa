import { basename, join } from 'node:path';
import { storageErrorOf } from '#main/adapters-node/atomic-write.ts';
import { createDocumentFolder } from '#main/adapters-node/document-folder.ts';
import { createLogger, fileLines } from '#main/adapters-node/logger.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';
import { createMachinePdf, noMachinePdf } from './pdf.ts';
import { createProcessFolder } from '#main/adapters-node/process-folder.ts';
import { createTemplateFolder } from '#main/adapters-node/template-folder.ts';
import { createTemplateWorkplace } from '#main/adapters-node/template-workplace.ts';
import { scryptPins } from '#main/adapters-node/pin.ts';
import { sha256Hasher } from '#main/adapters-node/hasher.ts';
import { systemRandom } from '#main/adapters-node/random.ts';
import { createCore, type Core } from '#main/core/core.ts';
import { openBase, type OpenBaseError, type OpenedBase } from '#main/db/open-base.ts';
import { doPaperTaskApart } from '#main/exchange/paper-worker/paper-task-apart.ts';
import { lintTemplate } from '#main/render/lint-template.ts';
import { withPictures } from '#main/render/lay-pictures.ts';
import { withPaperCode } from '#main/render/paper-code/lay-code.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import { createRenderPool } from '#main/render/render-pool.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CoreHost, CoreOptions } from './core-host.ts';
import { serveControl } from './local-socket.ts';
import type { MainPorts } from './main-ports.ts';
import { createSyncTools } from './sync-tools.ts';
import { createOneCFiles } from './one-c-files.ts';
import { openDeps, baseFolderOf } from './open-deps.ts';
import { createPaperFiles } from './paper-files.ts';
import { openStatementFiles } from './statement-files.ts';

/**
 * The composition root: the only place where use cases meet the disk, the database and the engines. Refusals keep the
 * base's own words: a caller may hand its command to the holder instead. `goesByItself`: this program exchanges with CRMs
 * and keeps time on its own; a single command does only what it is told to.
 */
export const composeCore = async (
  options: CoreOptions,
  ports: MainPorts,
  goesByItself = false,
): Promise<Result<CoreHost, OpenBaseError>> => {
  const folder = baseFolderOf(options.baseFolder);
  const opened = await openBase({ ...openDeps(folder), mode: options.mode === 'create' ? 'create' : 'open' });
  if (!opened.ok) return opened;
  try {
    return ok(await hostOf(opened.value, folder, options, ports, goesByItself));
  } catch (error) {
    // A full disk takes not even the key file: the base is given back as it was.
    opened.value.close();
    return err(storageErrorOf(error));
  }
};

const hostOf = async (
  opened: OpenedBase,
  folder: string,
  options: CoreOptions,
  ports: MainPorts,
  goesByItself: boolean,
): Promise<CoreHost> => {
  const clock = createSystemClock();
  const logger = createLogger(clock, fileLines(join(folder, 'komplekt.log')));
  const pool = createRenderPool({
    workerUrl: new URL(options.renderWorkerUrl),
    cache: join(folder, 'cache', 'templates'),
  });
  const sync = createSyncTools({
    clock,
    logger,
    folder,
    secrets: ports.secrets,
    goesByItself,
    threadUrl: new URL(options.crmThreadUrl),
  });
  const core = createCore({
    base: opened.base,
    care: opened.care,
    files: opened.files,
    clock,
    logger,
    renderer: withPaperCode(withPictures(withPaymentQr(pool))),
    random: systemRandom,
    hash: sha256Hasher,
    pins: scryptPins,
    templates: createTemplateFolder(options.templatesFolder),
    processFiles: createProcessFolder(options.templatesFolder),
    linter: (template, knownFields) => lintTemplate({ template, knownFields, dialect: 'own' }),
    workplace: createTemplateWorkplace(join(folder, 'Шаблоны')),
    pdf: options.mode === 'create' ? noMachinePdf() : createMachinePdf(ports.draftPrinter?.printDraft ?? null),
    opener: ports.opener,
    notifier: ports.notifier,
    folder: createDocumentFolder(join(folder, 'Документы')),
    sync: sync.tools,
    oneC: createOneCFiles(join(folder, 'Обмен с 1С')),
    papers: createPaperFiles((task) => doPaperTaskApart(new URL(options.paperWorkerUrl), task)),
    statementFiles: await openStatementFiles(folder, systemRandom, new URL(options.statementWorkerUrl)),
    baseName: basename(folder),
    version: options.version,
  });
  if (opened.repair.setAside.length > 0 || opened.repair.missing.length > 0) {
    logger.info('base.repaired', { setAside: opened.repair.setAside.length, missing: opened.repair.missing.length });
  }
  const pending = new Set<Promise<unknown>>();
  const host: CoreHost = {
    openSession: (onEvent) => openSession(core, pending, onEvent),
    close: () => Promise.resolve(),
  };
  const control = await serveControl({ host, keyFile: join(folder, 'control.key'), random: systemRandom, logger });
  opened.announceControl(control.port);
  return {
    openSession: host.openSession,
    close: async () => {
      await core.stop();
      // Commands of other processes were acknowledged as taken; they end before the base closes.
      while (pending.size > 0) await Promise.allSettled(pending);
      await control.close();
      await sync.close();
      await pool.close();
      opened.close();
    },
  };
};

const openSession = (core: Core, pending: Set<Promise<unknown>>, onEvent: Parameters<CoreHost['openSession']>[0]) => {
  const session = core.newSession();
  const deafen = core.listen(onEvent);
  return {
    call: (request: Parameters<Core['dispatch']>[1]) => {
      const answer = core.dispatch(session, request, onEvent);
      pending.add(answer);
      void answer.finally(() => pending.delete(answer));
      return answer;
    },
    close: () => {
      deafen();
      session.userId = null;
    },
  };
};
