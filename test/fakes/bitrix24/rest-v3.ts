import { bytesText, jsonAnswer, type FakeAnswer } from '../http/wire.ts';
import { readMoment, shownMoment } from './dates.ts';
import { addRecord, type Portal, type Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { changeTask, insertTask, keptTask, STATUS } from './tasks.ts';
import { fieldsOf, idOf, listOf, textOf, type Fields } from '../http/values.ts';

const DAY_MS = 86_400_000;
const STATUS_WORDS = new Map<unknown, string>([
  [STATUS.waiting, 'pending'],
  [STATUS.working, 'in_progress'],
  [STATUS.control, 'supposedly_completed'],
  [STATUS.done, 'completed'],
  [STATUS.deferred, 'deferred'],
]);
const FIELDS = [
  'id',
  'title',
  'description',
  'creatorId',
  'responsibleId',
  'deadline',
  'status',
  'changed',
  'closed',
  'crmItemIds',
  'xmlId',
  'priority',
];

class V3Error extends Error {
  readonly status: number;
  readonly body: Fields;
  constructor(status: number, code: string, message: string, validation?: readonly Fields[]) {
    super(code);
    this.name = 'V3Error';
    this.status = status;
    this.body = {
      error: { code: `BITRIX_REST_V3_EXCEPTION_${code}`, message, ...(validation === undefined ? {} : { validation }) },
    };
  }
}

const shown = (portal: Portal, row: Row): Fields => {
  const moment = (value: unknown): string | null =>
    typeof value === 'number' ? shownMoment(value, portal.settings) : null;
  return {
    id: row['ID'],
    title: row['TITLE'],
    description: row['DESCRIPTION'],
    creatorId: row['CREATED_BY'],
    responsibleId: row['RESPONSIBLE_ID'],
    deadline: moment(row['DEADLINE']),
    status: STATUS_WORDS.get(row['STATUS']) ?? 'pending',
    statusChanged: moment(row['STATUS_CHANGED_DATE']),
    changed: moment(row['CHANGED_DATE']),
    closed: moment(row['CLOSED_DATE']),
    activity: moment(row['ACTIVITY_DATE']),
    priority: 'average',
    parentId: null,
    fileIds: null,
    xmlId: row['XML_ID'],
    crmItemIds: row['UF_CRM_TASK'],
    link: `/company/personal/user/${portal.userId}/tasks/task/view/${textOf(row['ID'])}/`,
  };
};

/** Fields of the task of version 3 under the names that the portal keeps. */
const kept = (portal: Portal, fields: Fields): Fields => {
  const deadline = fields['deadline'];
  if (deadline !== undefined && deadline !== null && readMoment(textOf(deadline), portal.settings) === null) {
    throw new V3Error(400, 'VALIDATION_REQUESTVALIDATIONEXCEPTION', 'Ошибка при валидации объекта запроса', [
      { message: 'В поле `deadline` требуется тип данных `DateTime` для такого запроса', field: 'deadline' },
    ]);
  }
  const { crmItemIds, creatorId, ...rest } = fields;
  return keptTask(portal, {
    ...rest,
    ...(crmItemIds === undefined ? {} : { UF_CRM_TASK: crmItemIds }),
    ...(creatorId === undefined ? {} : { CREATED_BY: creatorId }),
  });
};

const taskOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(params['id']);
  const row = id === null ? null : portal.records('task').get(id);
  if (row === null)
    throw new V3Error(400, 'ENTITYNOTFOUNDEXCEPTION', `Запись с идентификатором ${textOf(params['id'])} не найдена`);
  return row;
};

const selected = (item: Fields, select: unknown): Fields => {
  const names = listOf(select).map(textOf);
  return names.length === 0
    ? item
    : Object.fromEntries(Object.entries(item).filter(([name]) => name === 'id' || names.includes(name)));
};

type Run = (portal: Portal, params: Fields) => unknown;

const METHODS: Readonly<Record<string, { readonly isWrite: boolean; readonly run: Run }>> = {
  'tasks.task.field.list': { isWrite: false, run: () => ({ items: FIELDS.map((name) => ({ name })) }) },
  'tasks.task.get': {
    isWrite: false,
    run: (portal, params) => ({ item: selected(shown(portal, taskOf(portal, params)), params['select']) }),
  },
  'tasks.task.list': { isWrite: false, run: (portal, params) => ({ items: listed(portal, params) }) },
  'tasks.task.add': {
    isWrite: true,
    run: (portal, params) => {
      const fields = fieldsOf(params['fields']);
      const missing = ['title', 'responsibleId', 'creatorId'].find((name) => textOf(fields[name]) === '');
      if (missing !== undefined) {
        throw new V3Error(400, 'VALIDATION_DTOVALIDATIONEXCEPTION', 'Ошибка при валидации объекта', [
          { message: `Не заполнено обязательное поле "${missing}"`, field: missing },
        ]);
      }
      const id = insertTask(portal, kept(portal, fields));
      return { item: shown(portal, portal.records('task').get(id) ?? {}) };
    },
  },
  'tasks.task.update': {
    isWrite: true,
    run: (portal, params) => {
      const row = taskOf(portal, params);
      const fields = fieldsOf(params['fields']);
      if (fields['creatorId'] !== undefined) {
        throw new V3Error(400, 'VALIDATION_REQUESTVALIDATIONEXCEPTION', 'Ошибка при валидации объекта запроса', [
          {
            message: 'В DTO `TaskDto` в поле `creatorId` требуется наличие атрибута `Editable` для такого запроса',
            field: 'creatorId',
          },
        ]);
      }
      changeTask(portal, row, kept(portal, fields));
      return { result: true };
    },
  },
  'tasks.task.delete': {
    isWrite: true,
    run: (portal, params) => {
      portal.records('task').remove(Number(taskOf(portal, params)['ID']));
      return { result: true };
    },
  },
  'tasks.task.chat.message.send': {
    isWrite: true,
    run: (portal, params) => {
      const fields = fieldsOf(params['fields']);
      if (idOf(fields['taskId']) === null) {
        throw new V3Error(400, 'VALIDATION_DTOVALIDATIONEXCEPTION', 'Ошибка при валидации объекта', [
          { message: 'Не заполнено обязательное поле "taskId"', field: 'taskId' },
        ]);
      }
      addRecord(portal, 'taskMessage', { TASK_ID: idOf(fields['taskId']), TEXT: textOf(fields['text']) });
      return { result: true };
    },
  },
  'tasks.task.file.attach': {
    isWrite: true,
    run: (portal, params) => {
      const row = taskOf(portal, { id: params['taskId'] });
      changeTask(portal, row, {
        UF_TASK_WEBDAV_FILES: [...listOf(row['UF_TASK_WEBDAV_FILES']), ...listOf(params['fileIds'])],
      });
      return { result: true };
    },
  },
};

/** The list of version 3 filters by `id` only and gives fifty at most, whatever is asked. */
const listed = (portal: Portal, params: Fields): readonly Fields[] => {
  const limit = fieldsOf(params['pagination'])['limit'];
  if (limit !== undefined && idOf(limit) === null) {
    throw new V3Error(
      400,
      'INVALIDPAGINATIONEXCEPTION',
      `Не удается распознать параметр пагинации \`${JSON.stringify(params['pagination'])}\``,
    );
  }
  const conditions = listOf(params['filter']).map(listOf);
  const strange = conditions.find(([field]) => field !== 'id');
  if (strange !== undefined) {
    throw new V3Error(
      400,
      'UNKNOWNDTOPROPERTYEXCEPTION',
      `Неизвестное поле \`${textOf(strange[0])}\` для сущности \`TaskDto\``,
    );
  }
  const isWanted = (id: number): boolean =>
    conditions.every(([, operator, value]) => {
      if (operator === 'in') return listOf(value).map(Number).includes(id);
      if (operator === '>') return id > Number(value);
      return operator === '<' ? id < Number(value) : id === Number(value ?? operator);
    });
  const table = portal.records('task');
  const ids = [...table.ids()].filter(isWanted).slice(0, Math.min(50, idOf(limit) ?? 50));
  return ids.flatMap((id) => {
    const row = table.get(id);
    return row === null ? [] : [selected(shown(portal, row), params['select'])];
  });
};

type Stored = { readonly body: string; readonly answer: FakeAnswer; readonly atMs: number };

/**
 * REST 3.0: tasks only. A write with `Idempotency-Key` is answered from memory for a day when the body is the same, and
 * refused when it is not; only successes are remembered.
 */
export const createRestV3 = (portal: Portal) => {
  const answers = new Map<string, Stored>();
  return {
    isKnown: (name: string): boolean => name in METHODS,
    /** `isEffective` tells whether anything was written. */
    call: (
      name: string,
      body: Uint8Array,
      key: string | undefined,
      time: Fields,
    ): { answer: FakeAnswer; isEffective: boolean } => {
      const method = METHODS[name];
      if (method === undefined) {
        return {
          answer: jsonAnswer(404, {
            error: { code: 'BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION', message: `Метод ${name} не найден` },
          }),
          isEffective: false,
        };
      }
      const text = bytesText(body);
      const now = portal.clock.nowMs();
      const stored = key === undefined ? undefined : answers.get(key);
      if (key !== undefined && stored !== undefined && now - stored.atMs < DAY_MS) {
        if (stored.body !== `${name} ${text}`) {
          return {
            answer: jsonAnswer(422, {
              error: {
                code: 'BITRIX_REST_V3_EXCEPTION_IDEMPOTENCYKEYREUSEDEXCEPTION',
                message: 'Ключ уже использован с другим запросом',
              },
            }),
            isEffective: false,
          };
        }
        return {
          answer: { ...stored.answer, headers: { ...stored.answer.headers, 'idempotent-replayed': 'true' } },
          isEffective: false,
        };
      }
      try {
        const result = method.run(portal, text === '' ? {} : fieldsOf(JSON.parse(text)));
        const answer = jsonAnswer(200, { result, time });
        if (method.isWrite && key !== undefined) answers.set(key, { body: `${name} ${text}`, answer, atMs: now });
        return { answer, isEffective: method.isWrite };
      } catch (error) {
        return { answer: errorAnswer(error), isEffective: false };
      }
    },
  };
};

const errorAnswer = (error: unknown): FakeAnswer => {
  if (error instanceof V3Error) return jsonAnswer(error.status, error.body);
  if (error instanceof SyntaxError) {
    return jsonAnswer(400, {
      error: { code: 'BITRIX_REST_V3_EXCEPTION_INVALIDJSONEXCEPTION', message: 'Некорректный JSON' },
    });
  }
  if (error instanceof RestError) {
    return jsonAnswer(error.status, {
      error: { code: 'BITRIX_REST_V3_EXCEPTION_INTERNAL_INTERNALEXCEPTION', message: error.description },
    });
  }
  throw error;
};
