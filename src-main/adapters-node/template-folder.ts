import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { parseIsoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { TemplateFile, TemplateStore } from '../ports/template-store.ts';
import { errnoOf } from './patiently.ts';

const isoDateText = z.string().transform((text, context): IsoDate => {
  const parsed = parseIsoDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: 'not a date like 2026-04-01' });
  return z.NEVER;
});

const edition = z.object({
  id: z.string().min(1),
  /** First and last day of the form; null is «since ever» or «still valid». */
  validFrom: isoDateText.nullable(),
  validTo: isoDateText.nullable(),
  /** A name beside form.json, never a path out of the folder. */
  template: z.string().regex(/^[\w-][\w.-]*\.docx$/u),
});

const form = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string().min(1),
  editions: z.array(edition).min(1),
  fields: z.array(z.string()),
});

type Form = z.infer<typeof form>;

/**
 * Forms of `<folder>/<kind>/form.json` with their .docx beside. Each is read and checked once, at the first question; a
 * kind without a folder has no form. A form.json that does not fit throws: the program was packed wrong.
 */
export const createTemplateFolder = (folder: string): TemplateStore => {
  const formOf = remembered((kind: DocumentKind) => readForm(folder, kind));
  const bytesOf = remembered((file: string) => readFile(path.join(folder, file)));
  return {
    pick: async (kind, date): Promise<TemplateFile | null> => {
      const found = (await formOf(kind))?.editions.find((each) => isValidOn(each, date));
      if (found === undefined) return null;
      const bytes = await bytesOf(path.join(kind, found.template));
      return { kind, edition: found.id, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    fieldsOf: async (kind) => (await formOf(kind))?.fields ?? [],
    sampleOf: async (kind): Promise<unknown> => {
      const text = await readIfPresent(path.join(folder, kind, 'sample.json'));
      return text === null ? null : JSON.parse(text);
    },
  };
};

const isValidOn = ({ validFrom, validTo }: z.infer<typeof edition>, date: IsoDate): boolean =>
  (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);

const readForm = async (folder: string, kind: DocumentKind): Promise<Form | null> => {
  const file = path.join(folder, kind, 'form.json');
  const text = await readIfPresent(file);
  if (text === null) return null;
  const parsed = form.refine((read) => read.kind === kind, `kind must be ${kind}`).safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

const readIfPresent = async (file: string): Promise<string | null> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
};

/** Asks once per key; a failed answer is asked again. */
const remembered = <Key, Value>(ask: (key: Key) => Promise<Value>): ((key: Key) => Promise<Value>) => {
  const answers = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
};
