import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { projectRoot } from '#main/start/run-tool.ts';
import { type LaunchedChromium, launchChromium, whyNoChromium } from '#test/helpers/chromium.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { startWindow, type TestWindow } from './start-window.ts';

/** Where a story leaves pictures of its screens for people to look at. */
export const shots = join(projectRoot, '.cache', 'shots');

/** A story told in one window over one demo base: its tests go on from where the one before left the screen. */
export const windowStory = (name: string, tell: (shown: () => TestWindow) => void): void => {
  describeUnless(whyNoChromium())(name, () => {
    let launched: LaunchedChromium;
    let shown: TestWindow;

    beforeAll(async () => {
      mkdirSync(shots, { recursive: true });
      launched = await launchChromium();
      shown = await startWindow(launched.browser);
    });
    afterAll(async () => {
      await shown.close();
      await launched.browser.close();
    });

    tell(() => shown);
  });
};
