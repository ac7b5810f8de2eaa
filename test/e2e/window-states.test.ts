import { expect, test } from 'vitest';
import { seriousViolations } from './pages/axe.ts';
import { windowPage } from './pages/window-page.ts';
import { windowStory } from './window-story.ts';

windowStory('the window in its states', (shown) => {
  test('«Кто работает» can be read and walked by anybody', async () => {
    await windowPage(shown().page).heading('Кто работает').waitFor();
    await shown()
      .page.getByRole('row', { name: /Белова/u })
      .waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
  });

  test('every screen passes the check of accessibility in the light theme', async () => {
    const window = windowPage(shown().page);
    await window.enterAs('Белова');
    await window.drawn();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.go(2);
    await shown()
      .page.getByRole('row', { name: /Заказ|\d{4}/u })
      .first()
      .waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.findAndOpen('1207');
    await window.heading('Заказ 1207').waitFor();
    await window.drawn();
    await window.press('N');
    await window.press('Enter');
    await shown().page.getByLabel('КПП покупателя').waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.press('Escape');
  });

  test('the register of documents, the palette and the keys are accessible', async () => {
    const window = windowPage(shown().page);
    await window.go(3);
    await shown().page.getByRole('row').nth(1).waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.press('Control+K');
    await window.type('12');
    await shown().page.getByRole('option').first().waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.press('Escape');
    await window.press('F1');
    await shown().page.getByRole('dialog', { name: 'Клавиши этого экрана' }).waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.press('Escape');
  });

  test('the dark theme keeps the contrast on every screen', async () => {
    const window = windowPage(shown().page);
    await shown().page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await window.go(1);
    await window.drawn();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.findAndOpen('1216');
    await window.heading('Заказ 1216').waitFor();
    await window.drawn();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await shown().page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });

  test('words typed in the wrong keyboard layout find the same order', async () => {
    const window = windowPage(shown().page);
    await window.press('Control+K');
    await window.type('cxtn 1204');
    await shown()
      .page.getByRole('option', { name: /Заказ 1204/u })
      .waitFor();
    await window.press('Enter');
    await window.heading('Заказ 1204').waitFor();
    const tab = shown().page.getByRole('button', { name: 'Счет', pressed: true });
    await tab.waitFor();
    expect(await tab.count()).toBe(1);
  });

  test('a refusal says what happened, what is safe and what to do, in its place', async () => {
    const window = windowPage(shown().page);
    await shown().page.goto(new URL('/orders/0000', shown().page.url()).href);
    await window.enterAs('Белова', 'Заказы');
    const alert = shown().page.getByRole('alert');
    await alert.waitFor();
    const text = await alert.innerText();
    expect(text).toContain('Заказа «0000» в базе нет');
    expect(text).toContain('Ничего не изменено.');
    expect(text).toContain('Проверьте номер.');
    expect(await seriousViolations(shown().page)).toEqual([]);
  });

  test('a program that stopped is told of in amber, and the window comes back by itself', async () => {
    const window = windowPage(shown().page);
    await window.go(1);
    await shown().stop();
    await shown()
      .page.getByText(/нет связи с \d\d:\d\d/u)
      .waitFor();
    expect(await window.heading('Сегодня').isVisible()).toBe(true);
    expect(await seriousViolations(shown().page)).toEqual([]);
    await shown().resume();
    await shown().page.getByText('на связи').waitFor();
    // The person is known again without asking: they had no PIN.
    await window.findAndOpen('1204');
    await window.heading('Заказ 1204').waitFor();
    expect(shown().complaints).toEqual([]);
  });

  test('a person with a PIN enters only with it', async () => {
    const window = windowPage(shown().page);
    const session = shown().host.openSession(() => undefined);
    await session.call({ id: 1, method: 'session.enter', input: { login: 'admin' } });
    const accountant = {
      login: 'schetova',
      fullName: 'Счётова Галина Фоминична',
      position: 'Главный бухгалтер',
      roles: ['accountant'],
      isActive: true,
    };
    const saved = await session.call({
      id: 2,
      method: 'users.save',
      input: { commandId: crypto.randomUUID(), ...accountant, pin: '4821' },
    });
    expect(saved).toMatchObject({ ok: true });

    await window.press('Control+K');
    await window.type('сменить');
    await window.press('Enter');
    await window.walkTo('Счётова');
    await window.press('Enter');
    await shown()
      .page.getByLabel(/ПИН-код: Счётова/u)
      .waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.type('0000');
    await window.press('Enter');
    await shown().page.getByRole('alert').filter({ hasText: 'ПИН-код не подошёл' }).waitFor();
    await shown()
      .page.getByLabel(/ПИН-код/u)
      .fill('4821');
    await window.press('Enter');
    await window.heading('Заказ 1204').waitFor();
  });

  test('the demonstration goes after a clear question, and the empty screens say what to do first', async () => {
    const window = windowPage(shown().page);
    await window.press('Control+K');
    await window.type('сменить');
    await window.press('Enter');
    await window.enterAs('Серверов', /Заказ 1204/u);
    await window.press('Control+K');
    await window.type('очистить');
    await window.press('Enter');
    const dialog = shown().page.getByRole('dialog', { name: 'Очистить демонстрационную базу?' });
    await dialog.getByText('415 заказов').waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.press('Control+Enter');
    await window.heading('Сегодня').waitFor();
    await shown().page.getByText('Сегодня вас ничего не ждёт').waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    await window.go(2);
    await shown().page.getByText('Пока нет заказов').waitFor();
    expect(await seriousViolations(shown().page)).toEqual([]);
    expect(shown().complaints).toEqual([]);
  });
});
