import type { PaperAnswer, PaperTask } from '#main/exchange/paper-worker/paper-task.ts';
import { writeMailDraft } from '#main/exchange/mail/write-draft.ts';
import type { PaperFileFault, PaperFiles } from '#main/ports/paper-files.ts';
import { writeLabelSheet } from '#main/render/labels/label-sheet.ts';
import { writeTableSheet } from '#main/render/labels/table-sheet.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Files of papers over whatever runs their tasks: a thread of its own in the program, this thread in tests. */
export const createPaperFiles = (run: (task: PaperTask) => Promise<PaperAnswer>): PaperFiles => {
  /** An answer of the other thread is plain data: its kind is looked at before it is believed. */
  const ask = async <T>(task: PaperTask, is: (value: unknown) => value is T): Promise<Result<T, PaperFileFault>> => {
    const answer = await run(task);
    if (!answer.ok) return answer;
    return is(answer.value) ? ok(answer.value) : err('unreadable');
  };
  return {
    contractText: (bytes, format) => ask({ task: format === 'docx' ? 'docxText' : 'pdfText', bytes }, isText),
    scanCodes: (bytes) => ask({ task: 'scanCodes', bytes }, isTextLists),
    countPages: (bytes) => ask({ task: 'countPages', bytes }, isNumber),
    cutPages: (bytes, from, to) => ask({ task: 'cutPages', bytes, from, to }, isBytes),
    joinPages: (parts) => ask({ task: 'joinPages', parts }, isBytes),
    labelSheet: (title, cards) => Promise.resolve(writeLabelSheet(title, cards)),
    tableSheet: (table) => Promise.resolve(writeTableSheet(table)),
    mailDraft: writeMailDraft,
  };
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
const isTextLists = (value: unknown): value is string[][] =>
  Array.isArray(value) && value.every((list) => Array.isArray(list) && list.every(isText));
