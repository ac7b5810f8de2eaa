import { holds, isFilled, type View } from './condition.ts';
import type { ProcessDefinition, TaskDefinition } from './definition.ts';
import type { Refusal, TaskReport } from './events.ts';
import { explainCondition, fieldLabel } from './explain.ts';
import type { Element, Fields, ProcessState } from './state.ts';
import { printedFields } from './printed.ts';
import { fillText } from './targets.ts';

const refusal = (code: string, message: string, fields: readonly string[] = []): Refusal => ({
  code,
  message,
  fields,
});

/** Why a task cannot be closed with this report now; empty when it can. */
export const closingRefusals = (
  definition: ProcessDefinition,
  state: ProcessState,
  task: TaskDefinition,
  report: TaskReport,
  fields: Fields,
  element: Element | null = null,
): readonly Refusal[] => {
  const view: View = { ...state, fields: { ...state.fields, ...element?.fields, ...fields }, definition };
  const named = { ...task, title: fillText(task.title, printedFields(definition.fields, state.fields), element) };
  return [...resultRefusals(named, report), ...conditionRefusals(definition, named, report, view)];
};

const resultRefusals = ({ results, title }: TaskDefinition, { result, comment }: TaskReport): readonly Refusal[] => {
  if (results === undefined) return [];
  const chosen = results.find(({ code }) => code === result);
  if (chosen === undefined) {
    const options = results.map((each) => `«${each.title}»`).join(', ');
    return [refusal('task.resultMissing', `Выберите итог задачи «${title}»: ${options}.`)];
  }
  if (chosen.needsComment !== true || comment.trim() !== '') return [];
  return [refusal('task.commentMissing', `Для итога «${chosen.title}» напишите комментарий.`)];
};

const conditionRefusals = (
  definition: ProcessDefinition,
  { closing, title, results }: TaskDefinition,
  report: TaskReport,
  view: View,
): readonly Refusal[] => {
  // A task that is given back needs no proof that its work was done.
  if (closing === undefined || results?.find(({ code }) => code === report.result)?.returns === true) return [];
  const found: Refusal[] = [];
  if (closing.files !== undefined && report.files < closing.files) {
    const count = closing.files === 1 ? 'файл' : `файлы: ${closing.files}`;
    found.push(refusal('task.filesMissing', `Чтобы закрыть «${title}», приложите ${count}.`));
  }
  if (closing.checklist === true && !report.isChecklistDone) {
    found.push(refusal('task.checklist', `В задаче «${title}» отмечены не все пункты.`));
  }
  const missing = (closing.fields ?? []).filter((code) => !isFilled(view.fields[code]));
  if (missing.length > 0) {
    const labels = missing.map((code) => `«${fieldLabel(definition, code)}»`).join(', ');
    found.push(refusal('task.fieldsMissing', `Чтобы закрыть «${title}», заполните: ${labels}.`, missing));
  }
  if (closing.when !== undefined && !holds(closing.when, view)) {
    const wanted = explainCondition(closing.when, definition);
    found.push(refusal('task.guard', `Задача «${title}» закроется, когда: ${wanted}.`));
  }
  return found;
};
