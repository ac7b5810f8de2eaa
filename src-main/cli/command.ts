import type { ParseArgsConfig } from 'node:util';
import type { CardAnswer } from '#main/host/card-tools.ts';
import type { PlayedStory } from '#main/core/process/script/story-of.ts';
import type { RenderedDocument, RenderEngine } from '#main/ports/template-renderer.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/index.ts';
import type { ProcessScript } from '#shared/contract/process-script.ts';
import type { BankStatement } from '#shared/domain/bank/statement.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

/** Exit codes of the command line (shared document `cli.md`). */
export const EXIT = { done: 0, partly: 1, usage: 2, refused: 3, noBase: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command answers: one JSON value for machines, a short Russian text for people. */
export type Output = { readonly json: unknown; readonly text: string; readonly exit: ExitCode };

/** Why a command did nothing. */
export type Refusal = { readonly exit: ExitCode; readonly problems: readonly Problem[] };

/** Calls of the core made by a command; who acts was settled when it was opened. */
export type Core = {
  readonly call: <Name extends MethodName>(
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Result<OutputOf<Name>, Refusal>>;
};

export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command works with. */
export type CommandContext = {
  readonly args: readonly string[];
  readonly options: Options;
  /** Opens the core for the length of the action: this process's own, or the one that already runs. */
  readonly withCore: (action: (core: Core) => Promise<Result<Output, Refusal>>) => Promise<Result<Output, Refusal>>;
  readonly host: CliHost;
};

/** What the command line takes from the host beside the core. */
export type CliHost = {
  readonly baseFolder: string | null;
  readonly today: () => string;
  readonly uuid: () => string;
  readonly readFile: (path: string) => Promise<Result<Uint8Array, AppError>>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, AppError>>;
  /** Writes a large file piece by piece; an error of the pieces leaves the old file as it was. */
  readonly writePieces: <E>(
    path: string,
    pieces: AsyncIterable<Result<Uint8Array, E>>,
  ) => Promise<Result<null, AppError | E>>;
  readonly createBase: (demoToday: string | null) => Promise<Result<string, AppError>>;
  readonly restore: (file: string) => Promise<Result<{ file: string; bytes: number; verified: boolean }, AppError>>;
  readonly render: (
    template: Uint8Array,
    data: unknown,
    delimiters: readonly [string, string],
    engine: RenderEngine,
  ) => Promise<Result<RenderedDocument, readonly Problem[]>>;
  readonly lint: (template: Uint8Array, kind: string) => Promise<Result<LintReport, AppError>>;
  readonly readStatement: (path: string) => Promise<Result<BankStatement, AppError>>;
  /** The definitions that come with the program. */
  readonly shippedProcesses: () => readonly ProcessDefinition[];
  /** Plays a story of processes on an empty base in memory. */
  readonly playScript: (
    definitions: readonly ProcessDefinition[],
    script: ProcessScript,
    business: string,
    start: string,
  ) => PlayedStory;
  /** Requisites from the bytes of a company card. */
  readonly parseCard: (bytes: Uint8Array) => Promise<Result<CardAnswer, readonly Problem[]>>;
  /**
   * The key of a CRM: `KOMPLEKT_TOKEN`, else the first line of a piped standard input when one `isNeeded`. Never an argument: those
   * are seen by everybody on the computer.
   */
  readonly readToken: (isNeeded: boolean) => Promise<string | null>;
  /** Serves the window until it is told to stop; answers with the link. */
  readonly serve: (port: number) => Promise<Result<{ url: string; stopped: Promise<void> }, AppError>>;
  /** Hears the first Ctrl+C instead of the end of the process; answers with how to stop listening. */
  readonly onInterrupt: (action: () => void) => () => void;
  readonly onReady: (output: Output) => void;
};

export type LintReport = {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly fields: readonly string[];
};

/** One command of the table: its words, what it takes and what it does. */
export type Command = {
  readonly words: string;
  /** Names of the positional arguments; a trailing `?` means it may be left out, `...` any number of them. */
  readonly positionals: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly help: string;
  readonly run: (context: CommandContext) => Promise<Result<Output, Refusal>>;
};
