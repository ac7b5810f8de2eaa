import type { AppError } from '#shared/contract/errors.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { CoreDeps } from '../deps.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { checkCopy, type CheckRequest } from './check-copy.ts';

/** Keeps the customer's templates while people edit them in Word. */
export type TemplateKeeper = {
  /** One working copy at a time: a check asked for by hand waits for one that a save began. */
  readonly check: (request: CheckRequest) => Promise<Result<boolean, AppError>>;
  /** The same queue for whatever else writes working copies. */
  readonly queue: <T>(work: () => Promise<T>) => Promise<T>;
  /** Begins to watch, and looks at what was saved while the program was closed. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

export const createTemplateKeeper = (deps: CoreDeps, tell: (event: WireEvent) => void): TemplateKeeper => {
  const queue = createSerialQueue();
  let stopWatch: (() => void) | null = null;

  const look = async (id: string): Promise<void> => {
    try {
      const found = await queue(async () => {
        if (stopWatch === null) return null;
        return checkCopy(deps, { id, by: null, anew: false, enter: (action) => deps.base.write(action) });
      });
      if (found?.ok && found.value) tell({ type: 'changed', entity: 'template', id });
    } catch (error) {
      deps.logger.error('template.checkFailed', {
        template: id,
        trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
      });
    }
  };

  const onSave = (fileName: string): void => {
    const saved = fileName.toLowerCase();
    const template = deps.base.read.ownTemplates.list().find((one) => one.fileName.toLowerCase() === saved);
    if (template) void look(template.id);
  };

  return {
    queue,
    check: (request) => queue(() => checkCopy(deps, request)),
    start: () => {
      stopWatch = deps.workplace.watch(onSave);
      for (const { id } of deps.base.read.ownTemplates.list()) void look(id);
    },
    stop: async () => {
      stopWatch?.();
      stopWatch = null;
      await queue(() => Promise.resolve());
    },
  };
};
