import { callMethod, errorBody, timeBlock, type Budget, type Called } from './call.ts';
import { methodNamed } from './methods.ts';
import type { Portal } from './portal.ts';
import { parseQueryString } from './query-string.ts';
import { RestError } from './rest-error.ts';
import { isFields, isYes, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

const MAX_COMMANDS = 50;

type Answers = { result: Fields; result_error: Fields; result_total: Fields; result_next: Fields; result_time: Fields };

/**
 * `batch`: fifty commands one after another, each with its own limits and its own error; the answer is 200 whatever
 * became of them. PHP writes an empty map, and one whose keys are 0, 1, 2 …, as a list.
 */
export const runBatch = (
  portal: Portal,
  budget: Budget,
  params: Fields,
  startMs: number,
): { readonly result: Fields; readonly tookMs: number } => {
  const commands = commandsOf(paramOf(params, 'cmd'));
  if (commands.length > MAX_COMMANDS) {
    throw new RestError(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
  }
  const isHalting = isYes(paramOf(params, 'halt'));
  const answers: Answers = { result: {}, result_error: {}, result_total: {}, result_next: {}, result_time: {} };
  const errors: [string, unknown][] = [];
  let tookMs = 0;
  for (const [key, command] of commands) {
    const called = runCommand(portal, budget, command, answers.result, startMs + tookMs);
    tookMs += called.tookMs;
    const { name } = nameOf(command);
    if (called.error !== null) errors.push([key, errorBody(called.error)]);
    if (called.outcome !== null) {
      Object.assign(answers.result, { [key]: called.outcome.result });
      if (called.outcome.total !== undefined) Object.assign(answers.result_total, { [key]: called.outcome.total });
      if (called.outcome.next !== undefined) Object.assign(answers.result_next, { [key]: called.outcome.next });
      Object.assign(answers.result_time, { [key]: timeBlock(portal, budget, name, called) });
    }
    if (called.error !== null && isHalting) break;
  }
  // With numbered commands the names of the failed ones are lost: the map becomes a list (live sample, crm.md §1.4).
  const isNumbered = commands.every(([key]) => /^\d+$/u.test(key));
  const resultError = isNumbered ? errors.map(([, error]) => error) : Object.fromEntries(errors);
  return {
    result: {
      result: phpMap(answers.result),
      result_error: Array.isArray(resultError) ? resultError : phpMap(resultError),
      result_total: phpMap(answers.result_total),
      result_next: phpMap(answers.result_next),
      result_time: phpMap(answers.result_time),
    },
    tookMs,
  };
};

const commandsOf = (cmd: unknown): readonly (readonly [string, string])[] => {
  if (isFields(cmd)) return Object.entries(cmd).map(([key, command]) => [key, textOf(command)]);
  return listOf(cmd).map((command, index) => [String(index), textOf(command)]);
};

/** JSON has no arrays with names: PHP's become lists when empty or numbered from 0 without a hole. */
const phpMap = (map: Fields): unknown => {
  const keys = Object.keys(map);
  return keys.every((key, index) => key === String(index)) ? Object.values(map) : map;
};

const nameOf = (command: string): { readonly name: string; readonly query: string } => {
  const mark = command.indexOf('?');
  const name = (mark < 0 ? command : command.slice(0, mark)).trim().replace(/\.json$/u, '');
  return { name, query: mark < 0 ? '' : command.slice(mark + 1) };
};

const runCommand = (portal: Portal, budget: Budget, command: string, results: Fields, startMs: number): Called => {
  const { name, query } = nameOf(command);
  const method = methodNamed(name);
  const params = parseQueryString(withResults(query, results));
  if (name.toLowerCase() === 'batch' || method?.isBatchable === false) {
    const error = new RestError(405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage');
    return { status: 405, outcome: null, error, tookMs: 0, startMs };
  }
  return callMethod(portal, budget, { name, method, params, inBatch: true, startMs });
};

/** `$result[a1][item][companyId]` of an earlier command; a path that leads nowhere becomes an empty value. */
const withResults = (query: string, results: Fields): string =>
  query.replaceAll(/(?:\$|%24)result((?:(?:\[|%5B)[^\]%]*(?:\]|%5D))+)/giu, (_whole, path: string) => {
    const steps = [
      ...path
        .replaceAll(/%5B/giu, '[')
        .replaceAll(/%5D/giu, ']')
        .matchAll(/\[([^\]]*)\]/gu),
    ];
    const found = steps.reduce<unknown>((value, step) => valueAt(value, step[1] ?? ''), results);
    return encodeURIComponent(textOf(found));
  });

const valueAt = (value: unknown, step: string): unknown => {
  if (Array.isArray(value)) return listOf(value)[Number(step)];
  return isFields(value) ? value[step] : undefined;
};
