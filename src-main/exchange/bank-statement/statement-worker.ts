import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readTableInstead } from '#main/exchange/bank-table/read-instead.ts';
import type { ReadingRules } from '#main/ports/statement-files.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { operationsToBytes } from './operation-portions.ts';
import type { StatementAnswer } from './read-apart.ts';
import { createStatementReader } from './read-statement.ts';

/** The thread in which one statement is read: it sees one file and nothing else. */
const port = requireDefined(parentPort, 'the port of a worker thread');
const { path, rules } = workerData as { readonly path: string; readonly rules: ReadingRules };

const PIECE_BYTES = 256 * 1024;

const tell = (answer: StatementAnswer, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(answer, [...transfer]);

const reader = createStatementReader(rules);
const file = openSync(path, 'r');
const piece = Buffer.alloc(PIECE_BYTES);
let length = readSync(file, piece);
while (length > 0 && reader.push(piece.subarray(0, length))) length = readSync(file, piece);
closeSync(file);

const statement = await readTableInstead(reader.end(), path, rules);
if (statement.ok) {
  const { operations, ...head } = statement.value;
  for (const bytes of operationsToBytes(operations)) tell({ kind: 'operations', bytes }, [bytes.buffer]);
  tell({ kind: 'done', head, count: operations.length });
} else {
  tell({ kind: 'refused', refusal: statement.error });
}
