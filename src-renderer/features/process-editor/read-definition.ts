import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { parseDefinition } from '#shared/domain/process/parse-definition.ts';
import { editorTexts } from '#renderer/text/editor-texts.ts';

export type Finding = { readonly where: string; readonly message: string };

type Read =
  | { readonly definition: ProcessDefinition; readonly findings: readonly Finding[] }
  | { readonly definition: null; readonly findings: readonly Finding[] };

/** A definition from outside: its shape first, then whether its parts fit each other. */
export const readDefinition = (json: unknown): Read => {
  const checked = parseDefinition(json);
  if (checked.ok) return { definition: checked.value, findings: [] };
  // With all its parts in shape it can still be edited, whatever does not fit yet.
  const shaped = definitionSchema.safeParse(json);
  return { definition: shaped.success ? shaped.data : null, findings: checked.error };
};

/** The same from text; a text that is not JSON is a finding too. */
export const readDefinitionText = (text: string): Read => {
  try {
    return readDefinition(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { definition: null, findings: [{ where: '', message: editorTexts.text.notJson(reason) }] };
  }
};

/** The least a new process needs: two stages, one role, one move. */
export const newDefinition = (
  code: string,
  title: string,
  business: ProcessDefinition['business'],
  recordType: string,
): ProcessDefinition => ({
  code,
  version: 1,
  title,
  business,
  recordType,
  isActive: true,
  roles: [{ code: 'manager', title: 'Менеджер' }],
  fields: [],
  start: { who: ['anyone'] },
  stages: [
    { code: 'new', title: 'Новая', kind: 'initial' },
    { code: 'done', title: 'Завершена', kind: 'success' },
  ],
  transitions: [{ from: ['new'], to: ['done'], who: [{ role: 'manager' }, 'responsible'] }],
  tasks: [],
  rules: [],
});
