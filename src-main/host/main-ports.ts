import { z } from 'zod';
import type { DraftPrinter } from '#main/ports/draft-printer.ts';
import type { Notifier } from '#main/ports/notifier.ts';
import type { Opener } from '#main/ports/opener.ts';
import type { Secrets } from '#main/ports/secrets.ts';
import type { Channel, ChannelHandlers } from './channel.ts';

/** What only the main process of the shell can do: Electron's modules do not exist in the core's thread. */
export type MainPorts = {
  readonly opener: Opener;
  readonly secrets: Secrets;
  /** Null where the host has no print engine. */
  readonly draftPrinter: DraftPrinter | null;
  readonly notifier: Notifier;
};

/** For hosts without a shell (command line, browser, tests): nothing is opened, kept, printed or shown. */
export const noMainPorts: MainPorts = {
  opener: { openCopy: () => Promise.resolve(false), openFile: () => Promise.resolve(false) },
  secrets: { read: () => Promise.resolve(null), write: () => Promise.resolve(false) },
  draftPrinter: null,
  notifier: { notify: () => Promise.resolve() },
};

const openCopyInput = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) });
const openFileInput = z.object({ path: z.string() });
const readInput = z.object({ name: z.string() });
const writeInput = z.object({ name: z.string(), value: z.string().nullable() });
const printInput = z.object({ docx: z.instanceof(Uint8Array) });
const notifyInput = z.object({ title: z.string(), body: z.string() });

/** Main's side: answers the core's questions with the real ports. */
export const answerMainPorts = ({ opener, secrets, draftPrinter, notifier }: MainPorts): ChannelHandlers => ({
  'opener.openCopy': (input) => {
    const { name, bytes } = openCopyInput.parse(input);
    return opener.openCopy(name, bytes);
  },
  'opener.openFile': (input) => opener.openFile(openFileInput.parse(input).path),
  'secrets.read': (input) => secrets.read(readInput.parse(input).name),
  'secrets.write': (input) => {
    const { name, value } = writeInput.parse(input);
    return secrets.write(name, value);
  },
  'pdf.printDraft': (input) => draftPrinter?.printDraft(printInput.parse(input).docx) ?? Promise.resolve(null),
  'notifier.notify': (input) => {
    const { title, body } = notifyInput.parse(input);
    return notifier.notify(title, body);
  },
});

/**
 * The core's side: ports that ask main. What main cannot answer is what a host without a shell answers.
 * `canPrint`: whether main has a print engine; the core must know before it asks.
 */
export const mainPortsOver = (channel: Channel, canPrint: boolean): MainPorts => {
  const ask = async <T>(name: string, input: unknown, answer: z.ZodType<T>, otherwise: T): Promise<T> => {
    const result = await channel.call(name, input);
    const parsed = answer.safeParse(result.ok ? result.value : undefined);
    return parsed.success ? parsed.data : otherwise;
  };
  return {
    opener: {
      openCopy: (name, bytes) => ask('opener.openCopy', { name, bytes }, z.boolean(), false),
      openFile: (path) => ask('opener.openFile', { path }, z.boolean(), false),
    },
    secrets: {
      read: (name) => ask('secrets.read', { name }, z.string().nullable(), null),
      write: (name, value) => ask('secrets.write', { name, value }, z.boolean(), false),
    },
    draftPrinter: canPrint
      ? { printDraft: (docx) => ask('pdf.printDraft', { docx }, z.instanceof(Uint8Array).nullable(), null) }
      : null,
    notifier: { notify: (title, body) => ask('notifier.notify', { title, body }, z.void(), undefined) },
  };
};
