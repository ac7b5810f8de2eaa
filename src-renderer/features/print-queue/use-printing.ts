import { useMemo } from 'react';
import { saveFile } from '#renderer/parts/save-file.ts';
import { intent, useDeed } from '#renderer/parts/use-deed.ts';
import { printTexts as t } from '#renderer/text/print-texts.ts';
import { nextSheet, type PrintJob } from './print-job.ts';

/** What a person does with a print job; the base keeps which sheets lie in the tray. */
export const usePrinting = () => {
  const { run, error } = useDeed();
  const deeds = useMemo(() => {
    const hand = async (id: string, from: number): Promise<void> => {
      const file = await run('print.pdf', { id, fromSheet: from }, ({ name, sheets }) => t.pdfSaved(name, sheets));
      if (file) saveFile(file.name, file.bytes);
    };
    return {
      /** Everything that is left, handed over as one PDF in the order of envelopes. */
      print: async (job: PrintJob): Promise<void> => {
        const started = await run('print.resume', { ...intent(), id: job.id });
        if (started) await hand(job.id, nextSheet(started));
      },
      pdf: (job: PrintJob): Promise<void> => hand(job.id, nextSheet(job)),
      printed: async ({ id }: PrintJob, sheet: number): Promise<void> => {
        await run('print.printed', { ...intent(), id, sheet }, () => t.printedDone(sheet));
      },
      /** The sheet that is stuck is not printed: the job goes on with it. */
      jam: async ({ id }: PrintJob, sheet: number): Promise<void> => {
        if (await run('print.printed', { ...intent(), id, sheet: sheet - 1 }))
          await run('print.stop', { ...intent(), id, problem: t.jam(sheet) }, () => t.stopped(sheet));
      },
      resume: async ({ id }: PrintJob, fromSheet: number, printer: string): Promise<void> => {
        const own = { ...intent(), id, fromSheet, printer };
        if (await run('print.resume', own, () => t.resumed(fromSheet))) await hand(id, fromSheet);
      },
      drop: async ({ id }: PrintJob): Promise<void> => {
        await run('print.drop', { ...intent(), id }, () => t.dropped);
      },
    };
  }, [run]);
  return { ...deeds, error };
};
