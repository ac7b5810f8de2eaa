import { jsonAnswer, type FakeAnswer } from '../http/wire.ts';
import type { Fields } from '../http/values.ts';

/** An error answer of МойСклад: a number, a sentence, often the field that is wrong. */
export class StoreError extends Error {
  readonly status: number;
  readonly code: number;
  readonly extras: Fields;
  constructor(status: number, code: number, text: string, extras: Fields = {}) {
    super(text);
    this.name = 'StoreError';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }
}

const DOCS = 'https://dev.moysklad.ru/doc/api/remap/1.2/';

export const errorEntry = (error: StoreError): Fields => ({
  error: error.message,
  code: error.code,
  moreInfo: `${DOCS}#error_${error.code}`,
  ...error.extras,
});

export const errorAnswer = (error: StoreError, headers: Record<string, string> = {}): FakeAnswer =>
  jsonAnswer(error.status, { errors: [errorEntry(error)] }, headers);

export const noSuchEntity = (type: string, id: string): StoreError =>
  new StoreError(404, 1021, `Объект с типом '${type}' и идентификатором '${id}' не найден`);
export const noSuchPath = (path: string): StoreError => new StoreError(404, 1002, `Неопознанный путь: ${path}`);
export const emptyField = (name: string): StoreError =>
  new StoreError(412, 3000, `Ошибка сохранения объекта: поле '${name}' не может быть пустым или отсутствовать`, {
    parameter: name,
    line: 1,
    column: 2,
  });
export const wrongType = (name: string, type: string): StoreError =>
  new StoreError(412, 2016, `Ошибка формата: значение поля '${name}' не соответствует типу ${type}`, {
    parameter: name,
    line: 1,
    column: 2,
  });
