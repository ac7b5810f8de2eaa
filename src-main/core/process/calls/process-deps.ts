import type { CallContext, CoreDeps } from '../../deps.ts';
import type { PaperWork } from '../paper-work.ts';
import type { Runner } from '../runner.ts';

export type ProcessDeps = CoreDeps & { readonly runner: Runner; readonly paperWork: PaperWork };

/** Tells the windows which processes changed; they ask again. */
export const tellWindows = (context: Pick<CallContext, 'emit'>, touched: Iterable<string>): void => {
  for (const id of touched) context.emit({ type: 'changed', entity: 'process', id });
};
