import { useMemo } from 'react';
import { saveFile } from '#renderer/parts/save-file.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { sendingTexts as t } from '#renderer/text/sending-texts.ts';
import { envelopesOf, type Letter, type SendRow } from './send-rows.ts';

type Marked = 'sent' | 'delivered' | 'cameBack';

/** What a person does on «Отправка». */
export const useSending = (org: string | undefined) => {
  const { run, error } = useDeed();
  const deeds = useMemo(() => {
    const own = org === undefined ? {} : { organisation: org };
    const idsOf = (rows: readonly SendRow[]): string[] => envelopesOf(rows).map(({ id }) => id);
    return {
      pack: async (rows: readonly SendRow[]): Promise<void> => {
        const parties = rows.flatMap((row) => ('waiting' in row ? [row.waiting.partyId] : []));
        await run('sending.pack', { ...intent(), ...own, parties }, ({ items }) => t.packed(items.length));
      },
      mark: async (rows: readonly SendRow[], state: Marked): Promise<void> => {
        await run('sending.mark', { ...intent(), ids: idsOf(rows), state }, ({ items }) =>
          t.marked(items.filter(({ done }) => done).length),
        );
      },
      setTrack: async (id: string, track: string): Promise<boolean> => {
        const answer = await run('sending.setTrack', { ...intent(), id, track }, (one) => t.tracked(one.track));
        return answer !== null;
      },
      register: async (id: string): Promise<void> => {
        await run('sending.register', { ...intent(), id }, ({ number }) => t.registered(number));
      },
      labels: async (rows: readonly SendRow[]): Promise<void> => {
        const file = await run('sending.labels', { ids: idsOf(rows) }, ({ name }) => t.labelsSaved(name));
        if (file) saveFile(file.name, file.bytes);
      },
      print: async (rows: readonly SendRow[]): Promise<void> => {
        await run('print.add', { ...intent(), envelopes: idsOf(rows) }, ({ sheets }) => t.printed(sheets));
      },
      letter: async (row: SendRow): Promise<void> => {
        const documents = row.documents.map(({ id }) => id);
        await run('sending.letter', { ...intent(), documents }, (one) => t.letterMade(one.counterparty));
      },
      openLetter: async ({ id }: Letter): Promise<void> => {
        const answer = await run('sending.openLetter', { ...intent(), id }, ({ opened, name }) =>
          opened ? t.letterOpened : t.letterSaved(name),
        );
        if (answer && !answer.opened) saveFile(answer.name, answer.eml);
      },
      letterSent: async ({ id }: Letter): Promise<void> => {
        await run('sending.letterSent', { ...intent(), id }, ({ subject }) => t.letterGone(subject));
      },
      dropLetter: async ({ id }: Letter): Promise<void> => {
        await run('sending.dropLetter', { ...intent(), id }, ({ subject }) => t.letterDropped(subject));
      },
      /** The operator's program has taken the packet: its documents are told one by one, each with its own answer. */
      packetSent: async (row: SendRow): Promise<void> => {
        for (const [index, { id }] of row.documents.entries()) {
          const isLast = index === row.documents.length - 1;
          const answer = await run('signing.sent', { ...intent(), id, way: 'operator' }, () =>
            isLast ? t.packetGone(row.documents.length) : null,
          );
          if (answer === null) return;
        }
      },
    };
  }, [run, org]);
  return { ...deeds, error };
};
