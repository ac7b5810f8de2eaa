import type { RecordCard } from '#renderer/parts/process/shapes.ts';

type StageState = 'done' | 'current' | 'ahead';

/**
 * The way of a record: what stands before the present stage is behind it. Another end is left out, because a record that
 * has succeeded was not refused, and a running one may still go either way.
 */
export const stageStates = ({
  stages,
  stage,
  status,
}: Pick<RecordCard, 'stages' | 'stage' | 'status'>): readonly { readonly code: string; readonly title: string; readonly state: StageState }[] => {
  const at = stages.findIndex(({ code }) => code === stage);
  return stages.flatMap(({ code, title, kind }, index) => {
    if (code === stage) return [{ code, title, state: 'current' as const }];
    if (kind === 'fail' || (status === 'finished' && index > at)) return [];
    return [{ code, title, state: index < at ? ('done' as const) : ('ahead' as const) }];
  });
};
