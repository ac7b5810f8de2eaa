import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { windowPage } from './pages/window-page.ts';
import { processDesk } from './process-desk.ts';
import { windowStory } from './window-story.ts';

windowStory('processes and tasks, by the keyboard', (shown) => {
  const { look, sitDown, toast, aPlanWithALateOrder, aLeadFor, ...more } = processDesk(shown);

  test('a manager closes a task with its file, hands another one over and marks two together', async () => {
    const { page, folder } = shown();
    const window = windowPage(page);
    await window.enterAs('Орлова');
    await window.press('Alt+8');
    await window.heading('Задачи').waitFor();
    await page.getByRole('group', { name: 'Просрочено' }).waitFor();
    await page.getByText('Загрузить файлы с реквизитами и сверить данные').first().click();
    await page.getByRole('heading', { name: 'Загрузить файлы с реквизитами и сверить данные' }).waitFor();
    await look('tasks');
    await window.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    await look('task-refused');
    const file = join(folder, 'Карточка предприятия.pdf');
    await writeFile(file, '%PDF-1.4 карточка');
    await page.getByLabel('Файлы к задаче').setInputFiles(file);
    await page.getByText('Карточка предприятия.pdf').waitFor();
    await window.press('Control+Enter');
    await toast('Закрыта: «Загрузить файлы с реквизитами и сверить данные»');

    await page.getByRole('heading', { name: 'Согласовать с заказчиком' }).waitFor();
    await window.press('Control+D');
    await page.getByRole('dialog', { name: /Передать/u }).waitFor();
    await page.getByRole('combobox', { name: 'Кому' }).focus();
    await window.type('Петров');
    await window.press('ArrowDown');
    await window.press('Enter');
    await window.press('Control+Enter');
    await toast('Передана: «Согласовать с заказчиком»');

    await window.press('Home');
    await window.press('Space');
    await window.press('ArrowDown');
    await window.press('Space');
    await window.press('Control+Enter');
    await page.getByText('Не закрыть: 2 задачи').waitFor();
    await look('tasks-batch');
    expect(shown().complaints).toEqual([]);
  }, 240_000);

  test('a substitute has the tasks of the absent, and the day of a person begins and ends', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await sitDown('Счётова');
    await window.press('Alt+8');
    await window.heading('Задачи').waitFor();
    await window.press('Control+Y');
    await page.getByText(/Макаренко Илья Эдуардович: Счётова Галина Фоминична/u).waitFor();
    await look('absences');
    await window.press('Escape');
    await window.press('Control+B');
    await toast('День начат: новые обращения распределяются и на вас');
    await page.getByText(/день начат \d\d:\d\d/u).waitFor();
    await window.press('Control+Shift+B');
    await toast('День закончен');
    expect(shown().complaints).toEqual([]);
  }, 120_000);

  test('a move that is refused says why and takes the missing field in its place', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await sitDown('Орлова');
    await window.press('Alt+9');
    await window.heading('Процессы').waitFor();
    const column = (title: string) => page.getByRole('region', { name: title, exact: true });
    await column('Новый (сайт)').getByRole('option').first().waitFor();
    await look('board');

    await window.press('ArrowRight');
    const title = await column('В работе (сайт)').getByRole('option').first().getByTitle(/^№/u).innerText();
    await window.press('Alt+ArrowRight');
    const refused = page.getByRole('form', { name: 'Сюда нельзя' });
    await refused.getByText(/заполните: «Скидка, %», «Причина скидки»/u).waitFor();
    await look('refused');
    await window.type('12');
    await window.press('Tab');
    await window.type('Постоянный клиент');
    await window.press('Enter');
    await toast(new RegExp(`${title}.*«Ожидает подтверждения \\(сайт\\)»`, 'u'));
    await column('Ожидает подтверждения (сайт)').getByRole('option', { name: title }).waitFor();

    const dragged = column('Новый (сайт)').getByRole('option').first();
    const name = await dragged.getByTitle(/^№/u).innerText();
    await dragged.dragTo(column('В работе (сайт)'));
    await column('В работе (сайт)').getByRole('option', { name }).waitFor();
    expect(shown().complaints).toEqual([]);
  }, 240_000);

  test('«Почему стоит» is one sentence, and the letter M moves the record to any stage the process lets', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('F4');
    await page.getByRole('dialog', { name: 'Почему стоит' }).waitFor();
    await look('why');
    await window.press('Escape');
    await window.press('m');
    await page.getByRole('dialog', { name: /Куда перевести/u }).waitFor();
    await look('move');
    await window.press('Escape');
    await window.press('Enter');
    await page.getByRole('heading', { name: 'Лента событий' }).waitFor();
    await window.press('Control+J');
    await window.type('Клиент просил перезвонить утром');
    await window.press('Enter');
    await toast('Комментарий записан');
    await page
      .getByText(/Клиент просил перезвонить утром/u)
      .first()
      .waitFor();
    await look('record');
    expect(shown().complaints).toEqual([]);
  }, 180_000);

  test('the bell tells what is new, and leads to the record', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await aLeadFor('orlova', 'Кафе «Набережная»');
    await sitDown('Орлова');
    await page.getByRole('button', { name: /^Уведомления: \d/u }).waitFor();
    await window.press('Control+I');
    await page.getByRole('dialog', { name: 'Уведомления' }).waitFor();
    await page.getByRole('option', { name: /необходимо связаться с клиентом Кафе «Набережная»/u }).waitFor();
    await look('notices');
    await window.press('Enter');
    await page.getByRole('heading', { name: 'Лента событий' }).waitFor();
    expect(shown().complaints).toEqual([]);
  }, 120_000);

  test('the plan of the week is read as it stands and beside the version that was kept', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await aPlanWithALateOrder();
    await window.press('Alt+9');
    await window.heading('Процессы').waitFor();
    await window.press('5');
    await window.heading('План недели').waitFor();
    await page.getByRole('row', { name: /Утка фермерская/u }).waitFor();
    await page.getByRole('combobox', { name: 'Сравнить с' }).focus();
    await window.press('ArrowDown');
    await window.press('ArrowDown');
    await window.press('Enter');
    await page.getByRole('row', { name: /Утка фермерская.*добавлено/u }).waitFor();
    await look('week-compared');
    await window.press('Escape');
    await window.press('d');
    await page.getByText('1\u00A0различие').waitFor();
    expect(shown().complaints).toEqual([]);
  }, 120_000);

  test('heads see who holds what, the operator sees cleared shipments only, the week and the reports are tables', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('Alt+9');
    await window.heading('Процессы').waitFor();
    await window.press('2');
    await window.heading('Записи').waitFor();
    await page.getByRole('row').nth(3).waitFor();
    await look('records');
    await window.press('3');
    await window.heading('Контроль').waitFor();
    await page.getByRole('row', { name: /Орлова Светлана Павловна/u }).waitFor();
    await look('control');
    await window.press('4');
    await window.heading('Отгрузка').waitFor();
    await page
      .getByRole('row', { name: /Гастроном на Площади/u })
      .first()
      .waitFor();
    await look('shipments');
    await window.press('5');
    await window.heading('План недели').waitFor();
    await page
      .getByRole('row', { name: /Фарш говяжий/u })
      .first()
      .waitFor();
    await look('week');
    await window.press('6');
    await window.heading('Отчёты').waitFor();
    await page.getByRole('img', { name: /Диаграмма/u }).waitFor();
    await look('reports');
    const download = page.waitForEvent('download');
    await window.press('Control+Enter');
    expect((await download).suggestedFilename()).toMatch(/^Рентабельность перевозок .+\.xlsx$/u);
    for (const heading of ['Прибыль по контрагентам', 'Конверсия', 'Прогноз денег', 'Себестоимость и маржа']) {
      await window.press('v');
      await page
        .getByLabel('Отчёт', { exact: true })
        .and(page.locator(`[value="${heading}"]`))
        .waitFor();
      await page.getByRole('grid').or(page.getByText('За это время ничего нет')).first().waitFor();
      await look(`report-${heading}`);
    }
    expect(shown().complaints).toEqual([]);
  }, 300_000);

  test('an administrator reads the rules as sentences, changes them, tries them and releases a version', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await sitDown('Серверов');
    await window.findAndOpen('Бизнес-процессы');
    await window.heading('Бизнес-процессы').waitFor();
    await look('processes');
    await window.press('End');
    await page.getByRole('row', { name: /Воронка лидов/u }).waitFor();
    await page.getByRole('row', { name: /Воронка лидов/u }).click();
    await window.press('Enter');
    await window.heading('Воронка лидов').waitFor();
    await page
      .getByText(/Когда запись пришла на «Новый Лид»/u)
      .first()
      .waitFor();
    await look('editor');

    await page.getByLabel('Название стадии').fill('Свежий лид');
    await page.getByText('изменения не сохранены').first().waitFor();
    const rules = page.getByRole('listbox', { name: 'Правила стадии' });
    await rules.focus();
    await window.press('ArrowDown');
    await page.getByLabel(/Правило работает/u).waitFor();
    await look('editor-rule');
    await window.press('Escape');
    await window.press('Control+B');
    await rules.getByText('выключено').first().waitFor();
    await window.press('Control+B');

    await more.aRuleFromSlots();
    await window.press('2');
    await page
      .getByRole('button', { name: /С «Свежий лид» на/u })
      .first()
      .waitFor();
    await window.press('ArrowRight');
    await window.press('ArrowRight');
    await page.getByLabel('Переводить вручную можно').waitFor();
    await look('editor-moves');
    await window.press('3');
    const box = page.getByRole('checkbox', { name: /«Клиент» на «Лид в работе»/u });
    await box.focus();
    await window.press('Space');
    await look('editor-fields');
    await window.press('F9');
    await page.getByText(/Прошло бы: \d+/u).waitFor();
    await look('editor-trial');

    await window.press('Control+Enter');
    await toast(/Черновик версии 2 сохранён/u);
    await window.press('Control+Shift+Enter');
    await page.getByRole('dialog', { name: /Выпустить версию 2/u }).waitFor();
    await page.getByLabel('Что изменилось').focus();
    await window.type('Первая стадия названа понятнее');
    await window.press('Control+Enter');
    await toast(/Версия 2 выпущена/u);
    await window.press('5');
    await page.getByRole('row', { name: /Первая стадия названа понятнее/u }).waitFor();
    await window.press('Control+J');
    await page.getByText(/Перейдут: \d+\sзапис/u).waitFor();
    await look('editor-versions');
    expect(shown().complaints).toEqual([]);
  }, 300_000);

  test('a text that does not fit is refused with its place, and what runs goes on', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.press('6');
    const text = page.getByLabel('Описание процесса (JSON)');
    await text.waitFor();
    await text.fill('{ "code": "souvenir-lead" }');
    await window.press('Control+J');
    await page
      .getByText(/должно быть/u)
      .first()
      .waitFor();
    await look('editor-text');
    await text.fill('{');
    await window.press('Control+J');
    await page.getByText(/Это не JSON/u).waitFor();
    expect(shown().complaints).toEqual([]);
  }, 120_000);

  test('a copy of a process is a draft of its own, and «Активен» is switched off after a question', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.findAndOpen('Бизнес-процессы');
    await window.heading('Бизнес-процессы').waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await window.press('F9');
    await page.getByRole('dialog', { name: /Копия процесса/u }).waitFor();
    await page.getByLabel('Название').fill('Сборка на складе');
    await look('process-copy');
    await window.press('Control+Enter');
    await window.heading('Сборка на складе').waitFor();
    await page.getByText(/черновик версии 1/u).waitFor();
    await window.findAndOpen('Бизнес-процессы');
    await page.getByRole('row', { name: /Сборка на складе/u }).waitFor();
    await window.press('Home');
    await window.press('Control+B');
    await page.getByRole('dialog', { name: /^Выключить/u }).waitFor();
    await window.press('Control+Enter');
    await toast(/выключен: новые записи не начинаются/u);
    await window.press('Insert');
    await page.getByRole('dialog', { name: 'Новый бизнес-процесс' }).waitFor();
    await page.getByLabel('Название').fill('Возврат товара');
    await page.getByLabel('Код', { exact: true }).fill('goods-return');
    await window.press('Control+Enter');
    await window.heading('Возврат товара').waitFor();
    await page.getByText('Замечаний нет').waitFor();
    await look('process-new');
    expect(shown().complaints).toEqual([]);
  }, 180_000);

  test('a paper that the program left to a person is made from its task, and a message waits to be copied', async () => {
    await more.aPaperLeftToAPerson();
    expect(shown().complaints).toEqual([]);
  }, 120_000);

  test('the guide says how to work, and what each process asks for on its stages', async () => {
    const { page } = shown();
    const window = windowPage(page);
    await window.findAndOpen('Справка');
    await window.heading('Справка').waitFor();
    await page.getByRole('heading', { name: 'Начало дня' }).waitFor();
    await window.press('End');
    await window.press('ArrowUp');
    await page
      .getByRole('heading', { name: /Стадия «/u })
      .first()
      .waitFor();
    await look('guide');
    expect(shown().complaints).toEqual([]);
  }, 120_000);

  test('anybody else is not let into the editor', async () => {
    const { page } = shown();
    await sitDown('Орлова');
    await page.goto(new URL('/settings/processes', page.url()).href);
    await windowPage(page).enterAs('Орлова', 'Бизнес-процессы');
    await page.getByText('Бизнес-процессы меняет администратор').waitFor();
    expect(shown().complaints).toEqual([]);
  }, 60_000);
});
