import { useMemo } from 'react';
import type { InputOf } from '#shared/contract/index.ts';
import { saveFile } from '#renderer/parts/save-file.ts';
import { useDeed } from '#renderer/parts/use-deed.ts';
import { reportTexts as t } from '#renderer/text/report-texts.ts';
import type { BarAction } from '#renderer/ui/action-bar.tsx';

type Wanted = Omit<InputOf<'reports.export'>, 'format'>;

/** Two buttons that hand a report to the person: a workbook to count on, pages to give away. */
export const useSaveReport = (wanted: Wanted, isEmpty: boolean) => {
  const { run, running, error } = useDeed();
  const { id, code, from, to } = wanted;
  const actions = useMemo<readonly BarAction[]>(() => {
    const save = (format: 'xlsx' | 'pdf') => (): void => {
      void run('reports.export', { id, code, from, to, format }, ({ name }) => t.saved(name)).then(
        (file) => file && saveFile(file.name, file.bytes),
      );
    };
    const whyNot = isEmpty ? { disabledReason: t.nothing } : running ? { disabledReason: t.saving } : {};
    return [
      { id: 'xlsx', label: t.save, keys: 'Ctrl+Enter', icon: 'download', primary: true, run: save('xlsx'), ...whyNot },
      { id: 'pdf', label: t.savePdf, keys: 'Ctrl+Shift+Enter', icon: 'file-text', run: save('pdf'), ...whyNot },
    ];
  }, [id, code, from, to, isEmpty, running, run]);
  return { actions, error };
};
