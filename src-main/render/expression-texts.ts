import { plain, quoted, type ProblemTexts } from './problem-text.ts';

/** Word turns a minus between spaces into a dash. */
const dashHint = (expression: unknown): string =>
  /[–—−]/.test(plain(expression)) ? 'Замените тире на обычный минус.' : 'Проверьте скобки, кавычки и знаки.';

/** Texts for what the evaluator refuses: what happened, and what to do. */
export const EXPRESSION_TEXTS: ProblemTexts = {
  'template.expression.syntax': ({ expression }) => [
    `Выражение ${quoted(expression)} записано с ошибкой.`,
    dashHint(expression),
  ],
  'template.expression.notAllowed': ({ expression, what }) =>
    what === 'AssignmentExpression'
      ? [`В выражении ${quoted(expression)} стоит «=».`, 'Чтобы сравнить, напишите «==».']
      : what === 'exec'
        ? [`Команда EXEC ${quoted(expression)} не понятна.`, 'Напишите так: EXEC имя = выражение.']
        : [
            `В выражении ${quoted(expression)} есть то, чего в шаблонах нельзя.`,
            'Оставьте поля, сравнения, условия и действия с числами.',
          ],
  'template.expression.forbiddenName': ({ name }) => [
    `Имя ${quoted(name)} в шаблонах не используется.`,
    'Выберите другое поле или имя.',
  ],
  'template.expression.controlCharacter': ({ expression }) => [
    `В выражении ${quoted(expression)} есть служебный символ.`,
    'Наберите его заново.',
  ],
  'template.expression.limit': ({ expression }) => [
    `Выражение ${quoted(expression)} слишком длинное или считает слишком много.`,
    'Упростите его.',
  ],
  'template.expression.unknownName': ({ name }) => [`Поля ${quoted(name)} в данных нет.`, 'Проверьте имя поля.'],
  'template.expression.nullPath': ({ expression, name }) => [
    `В выражении ${quoted(expression)} нет значения, у которого взять поле ${quoted(name)}.`,
    'Проверьте имя поля или напишите «?.» вместо точки.',
  ],
  'template.expression.unknownMethod': ({ name }) => [
    `Действия ${quoted(name)} для такого значения нет.`,
    'Проверьте имя действия.',
  ],
  'template.expression.notCallable': ({ name }) => [`Функции ${quoted(name)} нет.`, 'Проверьте имя функции.'],
  'template.expression.badArgument': ({ expression }) => [
    `В выражении ${quoted(expression)} не подходит значение в скобках.`,
    'Проверьте его.',
  ],
  'template.expression.notSimple': ({ expression }) => [
    `В выражении ${quoted(expression)} нужен текст или число, а там объект или список.`,
    'Укажите поле внутри него.',
  ],
  'template.expression.functionResult': ({ expression }) => [
    `Выражение ${quoted(expression)} — это функция, а не значение.`,
    'Добавьте после имени скобки.',
  ],
  'template.expression.failed': ({ expression }) => [
    `Выражение ${quoted(expression)} не вычислилось.`,
    'Проверьте значения, которые в нём участвуют.',
  ],
};
