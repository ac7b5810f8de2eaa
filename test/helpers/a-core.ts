import { createHash } from 'node:crypto';
import path from 'node:path';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import { contract } from '#shared/contract/index.ts';
import type { WireError } from '#shared/contract/errors.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { sha256Hasher } from '#main/adapters-node/hasher.ts';
import { createProcessFolder } from '#main/adapters-node/process-folder.ts';
import { createTemplateFolder } from '#main/adapters-node/template-folder.ts';
import { createCore } from '#main/core/core.ts';
import type { CoreDeps } from '#main/core/deps.ts';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { mayBeTable, readBankTable } from '#main/exchange/bank-table/read-bank-table.ts';
import type { Sqlite } from '#main/db/open-sqlite.ts';
import type { Base } from '#main/ports/base.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { StatementFiles } from '#main/ports/statement-files.ts';
import { createDocxTemplatesEngine } from '#main/render/docx-templates-engine.ts';
import { lintTemplate } from '#main/render/lint-template.ts';
import { withPictures } from '#main/render/lay-pictures.ts';
import { withPaperCode } from '#main/render/paper-code/lay-code.ts';
import { withPaymentQr } from '#main/render/payment-qr-image.ts';
import { doPaperTask } from '#main/exchange/paper-worker/paper-task.ts';
import { createPaperFiles } from '#main/host/paper-files.ts';
import { openTestBase } from './a-base.ts';
import { memoryOneCFiles } from './memory-one-c-files.ts';
import { noSync } from './no-sync.ts';
import { memoryWorkplace } from './memory-workplace.ts';

const TEMPLATES = path.resolve(import.meta.dirname, '..', '..', 'templates');

export type MemoryFiles = FileStore & { readonly bytesByHash: ReadonlyMap<string, Uint8Array> };

export const memoryFiles = (): MemoryFiles => {
  const bytesByHash = new Map<string, Uint8Array>();
  return {
    bytesByHash,
    put: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      bytesByHash.set(sha256, bytes);
      return Promise.resolve(ok({ sha256, size: bytes.length }));
    },
    read: (sha256) => Promise.resolve(bytesByHash.get(sha256) ?? null),
    list: () => Promise.resolve([...bytesByHash.keys()]),
    setAside: (sha256) => {
      bytesByHash.delete(sha256);
      return Promise.resolve();
    },
  };
};

/** Statements on their way in, kept in memory and read in this thread. */
const memoryStatementFiles = (): StatementFiles => {
  const bytesByToken = new Map<string, Uint8Array>();
  return {
    append: (token, bytes) => {
      const own = token ?? `file-${bytesByToken.size + 1}`;
      bytesByToken.set(own, Buffer.concat([bytesByToken.get(own) ?? new Uint8Array(), bytes]));
      return Promise.resolve(ok(own));
    },
    fingerprint: (token) => {
      const bytes = bytesByToken.get(token);
      return Promise.resolve(bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex'));
    },
    bytes: (token) => Promise.resolve(bytesByToken.get(token) ?? null),
    read: async (token, rules) => {
      const bytes = bytesByToken.get(token);
      if (bytes === undefined) return err({ code: 'absent' });
      const text = readStatement([bytes], rules);
      const table = text.ok || !mayBeTable(text.error) ? null : await readBankTable(bytes, rules);
      const statement = table ?? text;
      if (!statement.ok) return statement;
      const { operations, ...head } = statement.value;
      return ok({ head, count: operations.length, operations: () => operations });
    },
    forget: (token) => {
      bytesByToken.delete(token);
      return Promise.resolve();
    },
  };
};

const countingIds = (from: number) => {
  let last = from;
  const next = () => String((last += 1)).padStart(12, '0');
  return { uuid: () => `00000000-0000-4000-8000-${next()}`, token: () => `token-${next()}` };
};

export type TestCaller = {
  readonly call: <Name extends MethodName>(
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Result<OutputOf<Name>, WireError>>;
  readonly events: readonly WireEvent[];
};

export type TestCore = {
  readonly base: Base;
  readonly sqlite: Sqlite;
  readonly files: MemoryFiles;
  readonly copies: ReadonlyMap<string, Uint8Array>;
  readonly newId: () => string;
  /** A connection in which this person works; `null`: nobody has entered. */
  readonly as: (login: string | null) => Promise<TestCaller>;
  readonly moveToday: (today: IsoDate) => void;
  /** Hears what happens by itself; the answer stops the listening. */
  readonly listen: (listener: (event: WireEvent) => void) => () => void;
  /** Ends the work in the background; the base stays open. */
  readonly stop: () => Promise<void>;
  readonly close: () => void;
};

export const TODAY = isoDate('2026-11-20');

/** Where a core begins when not with an empty base: the bytes of a base, and the last id it was given. */
export type CoreStart = { readonly sqlite: Buffer; readonly lastId: number };

/** The whole core over a base in memory, with the real templates and the real renderer, a clock that stands still and no PDF. */
export const startTestCore = (overrides: Partial<CoreDeps> = {}, start?: CoreStart): TestCore => {
  const opened = openTestBase(start?.sqlite);
  const files = memoryFiles();
  const copies = new Map<string, Uint8Array>();
  const random = countingIds(start?.lastId ?? 0);
  let today = TODAY;
  const deps: CoreDeps = {
    base: opened.base,
    care: {
      backup: () => Promise.resolve(err({ code: 'backup.failed', reason: 'memory' })),
      check: () => [],
      clear: () => Promise.resolve(),
    },
    files,
    folder: {
      write: (folders, name, bytes) => {
        const copy = ['', ...folders, name].join('/');
        copies.set(copy, bytes);
        return Promise.resolve(ok(copy));
      },
      clear: () => {
        copies.clear();
        return Promise.resolve();
      },
    },
    statementFiles: memoryStatementFiles(),
    clock: { now: () => `${today}T09:00:00.000Z` as IsoInstant, today: () => today },
    random,
    hash: sha256Hasher,
    pins: {
      hash: (pin) => Promise.resolve(`hash of ${pin}`),
      matches: (pin, hash) => Promise.resolve(hash === `hash of ${pin}`),
    },
    logger: { info: () => undefined, error: (event, fields) => console.error(event, fields) },
    renderer: withPaperCode(withPictures(withPaymentQr(createDocxTemplatesEngine()))),
    templates: createTemplateFolder(TEMPLATES),
    processFiles: createProcessFolder(TEMPLATES),
    linter: (template, knownFields) => lintTemplate({ template, knownFields, dialect: 'own' }),
    workplace: memoryWorkplace(),
    pdf: {
      engine: () => Promise.resolve(null),
      convert: (inputs) => Promise.resolve(inputs.map(() => err({ code: 'pdf.noEngine' }))),
    },
    oneC: memoryOneCFiles(),
    papers: createPaperFiles(doPaperTask),
    sync: noSync,
    opener: { openCopy: () => Promise.resolve(false), openFile: () => Promise.resolve(false) },
    notifier: { notify: () => Promise.resolve() },
    baseName: 'проба',
    version: '0.0.0',
    ...overrides,
  };
  const core = createCore(deps);
  const connect = (): TestCaller => {
    const session = core.newSession();
    const events: WireEvent[] = [];
    let lastId = 0;
    return {
      events,
      call: async <Name extends MethodName>(
        name: Name,
        input: InputOf<Name>,
      ): Promise<Result<OutputOf<Name>, WireError>> => {
        const message = await core.dispatch(session, { id: (lastId += 1), method: name, input }, (event) =>
          events.push(event),
        );
        if ('event' in message) throw new Error('an event is no answer');
        return message.ok ? ok(contract[name].output.parse(message.output) as OutputOf<Name>) : err(message.error);
      },
    };
  };
  return {
    base: opened.base,
    sqlite: opened.sqlite,
    files,
    copies,
    newId: random.uuid,
    as: async (login) => {
      const caller = connect();
      if (login !== null) unwrap(await caller.call('session.enter', { login }));
      return caller;
    },
    moveToday: (day) => {
      today = day;
    },
    listen: core.listen,
    stop: core.stop,
    close: opened.close,
  };
};

/** The value of an answer that must not be a refusal. */
export const unwrap = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The refusal of a call that must be refused. */
export const refused = <T, E>(result: Result<T, E>): E => {
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.error;
};
