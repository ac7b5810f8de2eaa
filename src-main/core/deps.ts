import type { AppError } from '#shared/contract/errors.ts';
import type { MethodName, OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import type { WireEvent } from '#shared/contract/wire.ts';
import type { Actor } from '#shared/domain/users/rights.ts';
import type { CommandId, UserId } from '#shared/kernel/id.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { BaseCare } from '../ports/base-care.ts';
import type { Base, WriteStores } from '../ports/base.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentFolder } from '../ports/document-folder.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { Hasher } from '../ports/hasher.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { OneCFiles } from '../ports/one-c-files.ts';
import type { Opener } from '../ports/opener.ts';
import type { PaperFiles } from '../ports/paper-files.ts';
import type { PdfMaker } from '../ports/pdf-maker.ts';
import type { PinHasher } from '../ports/pin.ts';
import type { ProcessFiles } from '../ports/processes.ts';
import type { Random } from '../ports/random.ts';
import type { StatementFiles } from '../ports/statement-files.ts';
import type { SyncTools } from '../ports/sync-engine.ts';
import type { TemplateRenderer } from '../ports/template-renderer.ts';
import type { TemplateLinter } from '../ports/template-linter.ts';
import type { TemplateStore } from '../ports/template-store.ts';
import type { TemplateWorkplace } from '../ports/template-workplace.ts';

/** The outside world as the use cases see it. */
export type CoreDeps = {
  readonly base: Base;
  readonly care: BaseCare;
  readonly files: FileStore;
  readonly folder: DocumentFolder;
  readonly statementFiles: StatementFiles;
  readonly clock: Clock;
  readonly random: Random;
  readonly hash: Hasher;
  readonly pins: PinHasher;
  readonly logger: Logger;
  readonly renderer: TemplateRenderer;
  readonly templates: TemplateStore;
  readonly linter: TemplateLinter;
  readonly workplace: TemplateWorkplace;
  readonly pdf: PdfMaker;
  readonly opener: Opener;
  readonly notifier: Notifier;
  readonly oneC: OneCFiles;
  readonly papers: PaperFiles;
  readonly sync: SyncTools;
  readonly processFiles: ProcessFiles;
  readonly baseName: string;
  readonly version: string;
};

/** Who is at the other end of one connection; changed only by `session.enter` and `session.leave`. */
export type SessionState = { userId: UserId | null };

/** What a use case knows of the call it serves. */
export type CallContext = {
  readonly actor: Actor | null;
  readonly session: SessionState;
  /** Id of the command, made by the caller; queries have none. */
  readonly commandId: CommandId | null;
  readonly method: MethodName;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, label: string) => void;
  readonly emit: (event: WireEvent) => void;
  readonly cancelJob: (jobId: string) => boolean;
  /**
   * One transaction of this command: the change, its history and the remembered answer live or die together,
   * so that the same command sent twice is done once.
   */
  readonly commit: <T>(action: (stores: WriteStores) => T) => T;
};

export type Answer<Name extends MethodName> = Result<OutputOf<Name>, AppError>;

export type Handler<Name extends MethodName> = (
  context: CallContext,
  input: ParsedInputOf<Name>,
) => Answer<Name> | Promise<Answer<Name>>;

export type Handlers = { readonly [Name in MethodName]: Handler<Name> };
