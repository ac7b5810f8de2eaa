import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRight } from '#renderer/parts/session.ts';
import { appTexts } from '#renderer/text/app-texts.ts';
import type { PaletteItem } from '#renderer/ui/palette-items.ts';

/** Pages behind «Настройки» of the person's menu; the palette finds them too. Only administrators see the processes. */
export const useSettings = (): readonly (PaletteItem & { readonly run: () => void })[] => {
  const navigate = useNavigate();
  const canEditProcesses = useRight('processes.edit');
  return useMemo(
    () => [
      ...(canEditProcesses
        ? [
            {
              id: 'settings-processes',
              icon: 'sitemap' as const,
              title: appTexts.settings.processes,
              run: () => void navigate({ to: '/settings/processes' }),
            },
          ]
        : []),
      {
        id: 'settings-templates',
        icon: 'file-text',
        title: appTexts.settings.templates,
        run: () => void navigate({ to: '/settings/templates' }),
      },
      {
        id: 'settings-packs',
        icon: 'stack',
        title: appTexts.settings.packs,
        run: () => void navigate({ to: '/settings/packs' }),
      },
      {
        id: 'settings-sync',
        icon: 'arrows-exchange' as const,
        title: appTexts.settings.sync,
        run: () => void navigate({ to: '/settings/sync' }),
      },
      { id: 'guide', icon: 'book', title: appTexts.settings.guide, run: () => void navigate({ to: '/guide' }) },
    ],
    [navigate, canEditProcesses],
  );
};
