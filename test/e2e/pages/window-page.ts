import type { Locator, Page } from 'playwright-core';

/** What a person does in the window, by the keyboard alone; counts the presses that are not typing. */
export const windowPage = (page: Page) => {
  let presses = 0;
  const press = async (keys: string): Promise<void> => {
    presses += 1;
    await page.keyboard.press(keys);
  };
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

  return {
    presses: () => presses,
    press,
    type: (text: string) => page.keyboard.type(text),
    heading,
    /** «Кто работает»: walks to the person and enters. */
    enterAs: async (surname: string, landing: string | RegExp = 'Сегодня'): Promise<void> => {
      await heading('Кто работает').waitFor();
      const row = page.getByRole('row', { name: new RegExp(surname, 'u') });
      await row.waitFor();
      const names = await page.getByRole('row').allTextContents();
      const index = names.findIndex((name) => name.includes(surname));
      for (let step = 1; step < index; step += 1) await press('ArrowDown');
      await press('Enter');
      await heading(landing).waitFor();
    },
    /** Ctrl+K, the words, Enter at once: the palette waits for its own answer. */
    findAndOpen: async (query: string): Promise<void> => {
      await press('Control+K');
      await page.keyboard.type(query);
      await press('Enter');
    },
    /** The page of the chosen document has been drawn in its frame. */
    drawn: () => page.locator('[data-drawn]').waitFor(),
    marks: () => page.frameLocator('iframe').locator('[data-mark]'),
    go: async (section: 1 | 2 | 3): Promise<void> => {
      await press(`Alt+${section}`);
      await heading(['Сегодня', 'Заказы', 'Документы'][section - 1] ?? '').waitFor();
    },
  };
};
