/** An error answer of Битрикс24. The code is what the server writes: a string, an empty string or a number. */
export class RestError extends Error {
  readonly status: number;
  readonly code: string | number;
  readonly description: string;
  constructor(status: number, code: string | number, description: string) {
    super(`${status} ${code}: ${description}`);
    this.name = 'RestError';
    this.status = status;
    this.code = code;
    this.description = description;
  }
}

export const notFound = (): RestError => new RestError(400, 'NOT_FOUND', 'Элемент не найден');
export const noSuchType = (): RestError => new RestError(400, 'NOT_FOUND', 'Смарт-процесс не найден');
export const accessDenied = (text = 'Доступ запрещен'): RestError => new RestError(400, 'ACCESS_DENIED', text);
/** Old methods: an empty code and a sentence. */
export const oldError = (text: string): RestError => new RestError(400, '', text);
export const badArgument = (text: string): RestError => new RestError(400, 'INVALID_ARG_VALUE', text);
