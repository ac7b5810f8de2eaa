import { useMemo } from 'react';
import { paperStateOf, type Way } from '#shared/domain/signing/course.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { base64Of } from '#renderer/parts/base64-of.ts';
import { paperName, paperState } from '#renderer/parts/paper-row.tsx';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { closingTexts } from '#renderer/text/closing-texts.ts';
import { signingTexts } from '#renderer/text/signing-texts.ts';
import type { Paper } from './paper-moves.ts';

export type SentWords = { readonly way: Way; readonly track: string; readonly on: IsoDate };

/** «Акт № 12: оригинал у нас», for the strip at the bottom. */
const said = (paper: Paper): string =>
  closingTexts.moves.done(paperName(paper), paperState(paperStateOf(paper.trail, paper.annulled !== null)));

/** What a person tells of a document from the register. */
export const useMoves = () => {
  const { run, error } = useDeed();
  const tell = useMemo(
    () => ({
      check: ({ id }: Paper) =>
        run('check.pass', { ...intent(), ids: [id] }, ({ passed, items }) =>
          signingTexts.check.passed(passed, items.length),
        ),
      sign: ({ id, version }: Paper) => run('signing.sign', { ...intent(), id, version }, said),
      send: ({ id }: Paper, words: SentWords) => run('signing.sent', { ...intent(), id, ...words }, said),
      delivery: ({ id }: Paper, outcome: 'delivered' | 'cameBack') =>
        run('signing.delivery', { ...intent(), id, outcome }, said),
      received: ({ id }: Paper, as: 'original' | 'electronic') =>
        run('signing.received', { ...intent(), id, as }, said),
      scan: async ({ id }: Paper, file: File) => {
        const scan = { name: file.name, bytes: await base64Of(file) };
        return run('signing.received', { ...intent(), id, as: 'scan', scan }, said);
      },
      refuse: ({ id }: Paper, reason: string) => run('signing.refused', { ...intent(), id, reason }, said),
      accept: ({ id }: Paper, decision: 'accept' | 'decline', reason: string) =>
        run('signing.accept', { ...intent(), id, decision, reason }, said),
      enter: (ids: readonly string[]) =>
        run('signing.entered', { ...intent(), ids: [...ids] }, ({ entered, items }) =>
          closingTexts.register.entered(entered, items.length),
        ),
    }),
    [run],
  );
  return { tell, run, error };
};
