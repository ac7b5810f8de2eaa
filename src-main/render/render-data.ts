import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { templateProblem } from './template-problem.ts';

export type TemplateData = Readonly<Record<string, unknown>>;

const LIMITS = { depth: 32, values: 2_000_000, textLength: 1_000_000 } as const;

/** What XML 1.0 cannot hold. Word refuses a file with one of these, and our mark for raw XML is made of them. */
const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text that may stand in a document: no control characters, no half characters, line breaks as `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN_CHARACTERS, '').toWellFormed();
}

const SUSPICIOUS = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/**
 * The data as a renderer may read them, without a copy if they are fit as they are: JSON of this realm, clean texts, no empty items. That is nearly
 * always so, and for large documents the copy would cost more than the document. Anything unusual goes through `prepareData`.
 * @param printsOnly texts are only printed, by somebody who cleans them then: they need not be looked through
 */
export function acceptData(data: unknown, printsOnly = false): Result<TemplateData, TemplateProblem> {
  const left = { values: LIMITS.values, printsOnly };
  return isPlainObject(data) && isFitObject(data, 0, left) ? ok(data) : prepareData(data);
}

function isPlainObject(value: unknown): value is TemplateData {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

interface Left {
  values: number;
  readonly printsOnly: boolean;
}

function isFitObject(object: TemplateData, depth: number, left: Left): boolean {
  // Own fields only: Object.prototype has none that could be listed.
  for (const key in object) if (!isFit(object[key], depth + 1, left)) return false;
  return true;
}

function isFit(value: unknown, depth: number, left: Left): boolean {
  left.values -= 1;
  if (left.values < 0 || depth > LIMITS.depth) return false;
  if (typeof value === 'string') {
    if (value.length > LIMITS.textLength) return false;
    return left.printsOnly || !SUSPICIOUS.test(value) || cleanText(value) === value;
  }
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (isPlainObject(value)) return isFitObject(value, depth, left);
  if (!Array.isArray(value)) return false;
  const items: readonly unknown[] = value;
  return items.every((item) => item !== null && isFit(item, depth + 1, left));
}

class Unfit extends Error {
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Copies the data of a document into objects without a prototype, with clean texts. Only JSON comes through. Empty items of lists are left out:
 * docx-templates would silently end a loop at the first of them.
 */
export function prepareData(data: unknown): Result<TemplateData, TemplateProblem> {
  const left = { values: LIMITS.values };
  try {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw notJson('');
    return ok(prepareObject(data, '', 0, left));
  } catch (thrown) {
    if (thrown instanceof Unfit) return err(thrown.problem);
    throw thrown;
  }
}

const notJson = (path: string): Unfit => new Unfit(templateProblem('template.dataNotJson', path, { path }));
const tooLarge = (path: string): Unfit => new Unfit(templateProblem('template.dataTooLarge', path));

function prepareValue(value: unknown, path: string, depth: number, left: { values: number }): unknown {
  left.values -= 1;
  if (left.values < 0 || depth > LIMITS.depth) throw tooLarge(path);
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'string') {
    if (value.length > LIMITS.textLength) throw tooLarge(path);
    return cleanText(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson(path);
    return value;
  }
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null && item !== undefined);
    return items.map((item) => prepareValue(item, `${path}[]`, depth + 1, left));
  }
  if (typeof value === 'object') return prepareObject(value, path, depth, left);
  throw notJson(path);
}

function prepareObject(object: object, path: string, depth: number, left: { values: number }): TemplateData {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Objects that came from another thread or realm have another Object.prototype, whose own prototype is null.
  const isPlain = typeof prototype === 'object' && (prototype === null || Object.getPrototypeOf(prototype) === null);
  if (!isPlain) throw notJson(path);
  const copy: Record<string, unknown> = { __proto__: null };
  for (const [key, value] of Object.entries(object)) {
    copy[key] = prepareValue(value, path === '' ? key : `${path}.${key}`, depth + 1, left);
  }
  return copy;
}
