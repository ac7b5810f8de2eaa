import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { EXPRESSION_TEXTS } from './expression-texts.ts';
import type { ExpressionProblem } from './expression/problem.ts';
import { plain, quoted, type ProblemTexts } from './problem-text.ts';

type Data = Readonly<Record<string, unknown>>;

const PACKAGE_TEXTS: ProblemTexts = {
  'template.damaged': () => [
    'Файл шаблона повреждён или это не документ Word.',
    'Откройте его в Word и сохраните заново как .docx.',
  ],
  'template.notDocx': () => ['В файле нет документа Word.', 'Сохраните шаблон в Word как «Документ Word (.docx)».'],
  'template.encrypted': () => [
    'Шаблон защищён паролем.',
    'Снимите пароль в Word: «Файл → Сведения → Защита документа».',
  ],
  'template.tooLarge': () => [
    'Шаблон слишком большой.',
    'Уменьшите картинки и сохраните файл заново; обычно шаблон меньше 5 МБ.',
  ],
  'template.entities': () => [
    'В файле есть объявления, которых не бывает в документах Word.',
    'Возьмите шаблон из надёжного места.',
  ],
  'template.hasMacro': () => ['В шаблоне есть макросы.', 'Сохраните его в Word как .docx без макросов.'],
  'template.externalLink': () => [
    'Шаблон загружает содержимое из другого места.',
    'Вставьте картинку в сам документ вместо ссылки на неё.',
  ],
};

const COMMAND_TEXTS: ProblemTexts = {
  'template.badDelimiters': () => [
    'Скобки команд не подходят.',
    'Укажите от одного до восьми знаков без пробелов, например {{ и }}.',
  ],
  'template.unclosedCommand': ({ command }) => [
    `Команда ${quoted(command)} не закрыта.`,
    'Поставьте закрывающие скобки.',
  ],
  'template.strayDelimiter': ({ command }) => [
    `Лишние скобки команды: ${quoted(command)}.`,
    'Уберите их или допишите вторую пару.',
  ],
  'template.unknownCommand': ({ command }) => [
    `Команда ${quoted(command)} не понятна.`,
    'Если это поле с именем как у команды, поставьте перед ним «=».',
  ],
  'template.commandNotAllowed': ({ name }) => [
    `Команда ${plain(name)} не поддерживается.`,
    'Оформите текст средствами Word.',
  ],
  'template.unknownAlias': ({ name }) => [
    `Сокращение ${quoted(name)} не объявлено.`,
    'Объявите его выше командой ALIAS.',
  ],
  'template.badLoop': () => ['В команде FOR нет переменной и списка.', 'Напишите так: FOR line IN lines.'],
  'template.unclosedLoop': ({ name }) => [
    `Цикл FOR ${plain(name)} не закончен.`,
    `Добавьте команду END-FOR ${plain(name)}.`,
  ],
  'template.unclosedCondition': () => ['Условие IF не закончено.', 'Добавьте команду END-IF.'],
  'template.unexpectedEnd': ({ name }) => [
    `Команда ${plain(name)} стоит без своего начала.`,
    'Добавьте начало или уберите её.',
  ],
  'template.crossedBlocks': ({ name, expected }) => [
    `Команда ${plain(name)} стоит не на своём месте.`,
    `Сначала нужно закончить ${plain(expected)}.`,
  ],
  'template.tooDeep': ({ limit }) => [
    'Циклы и условия вложены друг в друга слишком глубоко.',
    `Разнесите их: один в другом бывают не больше ${plain(limit)} раз.`,
  ],
  'template.unexpectedElse': () => [
    'Команда ELSE стоит не внутри своего IF.',
    'Поставьте её между IF и END-IF, одну на каждое IF.',
  ],
  'template.ownCommandNotUnderstood': ({ what }) => [
    `Вместе с ELSE и вложенными циклами этого шаблон пока не умеет: ${plain(what)}.`,
    'Уберите это или запишите условие двумя IF.',
  ],
  'template.nestedLoopInParagraph': () => [
    'Два цикла вложены друг в друга в одном абзаце.',
    'Разнесите их по разным абзацам или строкам таблицы.',
  ],
  'template.nestedCondition': () => [
    'Два условия вложены друг в друга в одном абзаце или строке.',
    'Объедините их: IF a && b.',
  ],
  'template.loopInNestedTable': () => [
    'Цикл стоит в таблице внутри другой таблицы: она пропадёт.',
    'Вынесите таблицу из ячейки.',
  ],
  'template.loopOverCells': () => [
    'Цикл начат и закончен в одной строке таблицы: повторяться будут ячейки.',
    'Чтобы повторять строки, поставьте FOR и END-FOR в отдельные строки.',
  ],
  'template.lostIndex': () => [
    'Номер $idx стоит внутри IF: там он всегда 0.',
    'Запомните его перед IF: EXEC row = $idx + 1.',
  ],
  'template.textBesideLoop': () => [
    'Рядом с FOR есть текст, а END-FOR — в другом абзаце: текст повторится.',
    'Поставьте FOR и END-FOR в отдельные абзацы.',
  ],
  'template.pictureInHeader': () => [
    'Картинка командой IMAGE стоит в колонтитуле или сноске.',
    'Перенесите её в текст документа.',
  ],
};

const DATA_TEXTS: ProblemTexts = {
  'template.unknownField': ({ field, suggestion }) => [
    `Поле ${quoted(field)} не известно.`,
    suggestion === undefined
      ? 'Выберите поле из списка полей этого документа.'
      : `Возможно, вы имели в виду ${quoted(suggestion)}.`,
  ],
  'template.dataNotJson': ({ path }) => [
    `Данные для документа не подходят: ${quoted(path)}.`,
    'Нужны только тексты, числа, списки и объекты.',
  ],
  'template.dataTooLarge': () => ['Данных для документа слишком много.', 'Разделите документ на несколько.'],
  'template.notAList': ({ command }) => [
    `Команда FOR перебирает не список: ${quoted(command)}.`,
    'Укажите поле, в котором несколько строк.',
  ],
  'template.valueIsObject': ({ command }) => [
    `Вместо текста получился объект: ${quoted(command)}.`,
    'Укажите поле этого объекта, например seller.name.',
  ],
  'template.badImage': ({ command }) => [
    `Картинку вставить не получилось: ${quoted(command)}.`,
    'Подходят PNG, JPEG и GIF с размерами в сантиметрах.',
  ],
  'template.badLink': ({ command }) => [
    `Ссылка не подходит: ${quoted(command)}.`,
    'Адрес должен начинаться с http, https или mailto.',
  ],
  'template.failed': ({ command }) => [
    `Заполнить шаблон не получилось: ${quoted(command)}.`,
    'Остальные документы не затронуты. Проверьте шаблон командой «Проверить».',
  ],
  'template.tooSlow': ({ seconds }) => [
    `Документ не заполнился за ${plain(seconds)} с.`,
    'Остальные документы не затронуты. Проверьте циклы в шаблоне.',
  ],
  'template.tooHeavy': () => [
    'На заполнение документа не хватило памяти.',
    'Остальные документы не затронуты. Разделите документ на несколько.',
  ],
  'template.cancelled': () => ['Заполнение отменено.', 'Готовые документы сохранены.'],
};

const TEXTS: ProblemTexts = { ...PACKAGE_TEXTS, ...COMMAND_TEXTS, ...DATA_TEXTS, ...EXPRESSION_TEXTS };

/** All codes that this folder can answer with. */
export const TEMPLATE_PROBLEM_CODES: readonly string[] = Object.keys(TEXTS);

/** A problem with its Russian text; the hint alone is in `data.hint`. */
export function templateProblem(code: string, where: string, data: Data = {}): TemplateProblem {
  const text = TEXTS[code];
  if (!text) throw new Error(`No text for ${code}`);
  const [what, hint] = text(data);
  return { code, where, message: `${what} ${hint}`, data: { ...data, hint } };
}

export function expressionProblem(problem: ExpressionProblem, where: string): TemplateProblem {
  const { expression, position } = problem;
  return templateProblem(problem.code, where, { ...problem.data, expression, position });
}
