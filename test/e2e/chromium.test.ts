import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedChromium, launchChromium, whyNoChromium } from '#test/helpers/chromium.ts';
import { describeUnless } from '#test/helpers/skip.ts';

describeUnless(whyNoChromium())('the test browser', () => {
  let launched: LaunchedChromium;

  beforeAll(async () => {
    launched = await launchChromium();
    console.log(`Browser of this run: ${launched.source.name} (${launched.source.executablePath})`);
  });

  afterAll(async () => {
    await launched.browser.close();
  });

  test('draws Russian letters with a real font, not with empty boxes', async () => {
    const page = await launched.browser.newPage();
    const html = '<meta charset="utf-8"><p style="font:40px sans-serif"><b id="wide">Щ</b> <b id="narrow">г</b></p>';
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);

    const wide = await page.locator('#wide').boundingBox();
    const narrow = await page.locator('#narrow').boundingBox();

    // A missing glyph is the same box for every letter.
    expect(wide?.width).toBeGreaterThan((narrow?.width ?? Infinity) * 1.3);
    await page.close();
  });
});
