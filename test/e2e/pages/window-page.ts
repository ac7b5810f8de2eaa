import type { Locator, Page } from 'playwright-core';

/** What a person does in the window, by the keyboard alone; counts the presses that are not typing. */
export const windowPage = (page: Page) => {
  let presses = 0;
  const press = async (keys: string): Promise<void> => {
    presses += 1;
    await page.keyboard.press(keys);
  };
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

  /** Walks through «Кто работает» from wherever its cursor stands. */
  const walkTo = async (surname: string): Promise<void> => {
    await heading('Кто работает').waitFor();
    await page.getByRole('row', { name: new RegExp(surname, 'u') }).waitFor();
    const names = await page.getByRole('row').allTextContents();
    const current = await page.getByRole('row', { selected: true }).textContent();
    const steps = names.findIndex((name) => name.includes(surname)) - names.indexOf(current ?? '');
    for (let step = 0; step < Math.abs(steps); step += 1) await press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  };

  return {
    walkTo,
    presses: () => presses,
    press,
    type: (text: string) => page.keyboard.type(text),
    heading,
    /** «Кто работает»: walks to the person and enters. */
    enterAs: async (surname: string, landing: string | RegExp = 'Сегодня'): Promise<void> => {
      await walkTo(surname);
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
