import type { RecordCard } from '#renderer/parts/process/shapes.ts';

type StageView = { readonly code: string; readonly title: string; readonly state: 'done' | 'current' | 'ahead' };

/**
 * The way of a record: what stands before the present stage is behind it. Another end is left out, because a record that
 * has succeeded was not refused, and a running one may still go either way.
 */
export const stageStates = ({
  stages,
  stage,
  status,
}: Pick<RecordCard, 'stages' | 'stage' | 'status'>): readonly StageView[] => {
  const at = stages.findIndex(({ code }) => code === stage);
  return stages.flatMap(({ code, title, kind }, index): readonly StageView[] => {
    if (code === stage) return [{ code, title, state: 'current' }];
    if (kind === 'fail' || (status === 'finished' && index > at)) return [];
    return [{ code, title, state: index < at ? 'done' : 'ahead' }];
  });
};
