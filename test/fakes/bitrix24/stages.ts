import { WORK_STEPS } from '../business/business.ts';
import { DEAL, INVOICE, LEAD, QUOTE, SMART } from './entities.ts';

export type Funnel = {
  readonly entityTypeId: number;
  readonly id: number;
  readonly name: string;
  readonly sort: number;
};

export type Stage = {
  readonly id: string;
  readonly name: string;
  /** Where `crm.status.list` keeps it: `DEAL_STAGE_1`. */
  readonly entityId: string;
  readonly categoryId: number | null;
  readonly semantic: 'P' | 'S' | 'F';
  readonly sort: number;
  readonly color: string;
};

export const FUNNELS: readonly Funnel[] = [
  { entityTypeId: DEAL, id: 0, name: 'Общая', sort: 300 },
  { entityTypeId: DEAL, id: 1, name: 'Новый клиент', sort: 200 },
  { entityTypeId: DEAL, id: 2, name: 'Перевозки', sort: 210 },
  { entityTypeId: INVOICE, id: 5, name: 'Общая', sort: 500 },
  { entityTypeId: SMART, id: 9, name: 'Общая', sort: 500 },
];

const COLORS = { P: '#39A8EF', S: '#7BD500', F: '#FF5752' } as const;

type Row = readonly [code: string, name: string, semantic?: 'S' | 'F'];

const COMMON: readonly Row[] = [
  ['NEW', 'Новая'],
  ['PREPARATION', 'Подготовка документов'],
  ['PREPAYMENT_INVOICE', 'Счёт на предоплату'],
  ['EXECUTING', 'В работе'],
  ['FINAL_INVOICE', 'Финальный счёт'],
  ['WON', 'Сделка успешна', 'S'],
  ['LOSE', 'Сделка провалена', 'F'],
  ['APOLOGY', 'Анализ причины провала', 'F'],
];
const NEW_CLIENT: readonly Row[] = [
  ['NEW', 'Новая сделка'],
  ['PREPARATION', 'Выставить счет'],
  ['PREPAYMENT_INVOICE', 'Ожидание оплаты'],
  ['EXECUTING', 'Счет оплачен'],
  ['FINAL_INVOICE', 'Получение закрывающих документов'],
  ['WON', 'Сделка успешна', 'S'],
  ['LOSE', 'Сделка провалена', 'F'],
];
const FREIGHT: readonly Row[] = [
  ['NEW', 'Заявка получена'],
  ['PREPARATION', 'Поиск перевозчика'],
  ['PREPAYMENT_INVOICE', 'Загрузка'],
  ['EXECUTING', 'В пути'],
  ['FINAL_INVOICE', 'Ждём оригиналы'],
  ['WON', 'Перевозка закрыта', 'S'],
  ['LOSE', 'Отказ', 'F'],
];
const SHORT: readonly Row[] = [
  ['NEW', 'Начало'],
  ['PREPARATION', 'Подготовка'],
  ['CLIENT', 'В работе'],
  ['SUCCESS', 'Успех', 'S'],
  ['FAIL', 'Провал', 'F'],
];
const LEADS: readonly Row[] = [
  ['NEW', 'Новый лид'],
  ['IN_PROCESS', 'Лид в работе'],
  ['PROCESSED', 'Ответ получен'],
  ['CONVERTED', 'Конвертация лида в сделку', 'S'],
  ['JUNK', 'Некачественный лид', 'F'],
];
const QUOTES: readonly Row[] = [
  ['DRAFT', 'Черновик'],
  ['SENT', 'Отправлено'],
  ['APPROVED', 'Принято', 'S'],
  ['DECLAINED', 'Отклонено', 'F'],
];

const stagesOf = (
  entityId: string,
  prefix: string,
  categoryId: number | null,
  rows: readonly Row[],
): readonly Stage[] =>
  rows.map(([code, name, ending], index) => ({
    id: `${prefix}${code}`,
    name,
    entityId,
    categoryId,
    semantic: ending ?? 'P',
    sort: (index + 1) * 10,
    color: COLORS[ending ?? 'P'],
  }));

const STAGES: ReadonlyMap<string, readonly Stage[]> = new Map([
  [`${DEAL}/0`, stagesOf('DEAL_STAGE', '', 0, COMMON)],
  [`${DEAL}/1`, stagesOf('DEAL_STAGE_1', 'C1:', 1, NEW_CLIENT)],
  [`${DEAL}/2`, stagesOf('DEAL_STAGE_2', 'C2:', 2, FREIGHT)],
  [`${INVOICE}/5`, stagesOf('SMART_INVOICE_STAGE_5', 'DT31_5:', 5, SHORT)],
  [`${SMART}/9`, stagesOf('DYNAMIC_1036_STAGE_9', 'DT1036_9:', 9, SHORT)],
  [`${LEAD}/0`, stagesOf('STATUS', '', null, LEADS)],
  [`${QUOTE}/0`, stagesOf('QUOTE_STATUS', '', null, QUOTES)],
]);

export const allStages = (): readonly Stage[] => [...STAGES.values()].flat();

/** The stages of a funnel in their order; types without funnels have one under 0. */
export const stagesIn = (entityTypeId: number, funnel: number): readonly Stage[] =>
  STAGES.get(`${entityTypeId}/${funnel}`) ?? [];

/** The stage of a step of the business: five of work, then success, then failure. */
export const stageOfStep = (entityTypeId: number, funnel: number, step: number): Stage => {
  const stages = stagesIn(entityTypeId, funnel);
  const working = stages.filter(({ semantic }) => semantic === 'P');
  const done = stages.find(({ semantic }) => semantic === (step === WORK_STEPS ? 'S' : 'F'));
  const stage = step < WORK_STEPS ? working[Math.min(step, working.length - 1)] : done;
  if (stage === undefined) throw new RangeError(`no stage for ${entityTypeId}/${funnel}`);
  return stage;
};
