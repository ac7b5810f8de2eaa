import { useEffect, useRef, useState } from 'react';
import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { bytesOf } from '#renderer/parts/save-file.ts';
import { receptionTexts } from '#renderer/text/reception-texts.ts';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import styles from './reception.module.css';

const t = receptionTexts.tray;

/** Letters of a scan are read at this width, px. */
const WIDTH = 900;

/** Pages of a scan, drawn here: whoever sorts them out must see them. */
export const ScanPages = ({ partId, label }: { readonly partId: string; readonly label: string }) => {
  const file = useQueryCall('reception.pages', { id: partId });
  const room = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'shown' | 'failed'>('drawing');
  const bytes = file.data?.bytes;
  useEffect(() => {
    const place = room.current;
    if (bytes === undefined || place === null) return undefined;
    let isCurrent = true;
    setState('drawing');
    void drawPages(bytesOf(bytes)).then(
      (pages) => {
        if (!isCurrent) return;
        place.replaceChildren(...pages);
        setState('shown');
      },
      () => {
        if (isCurrent) setState('failed');
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [bytes]);
  return (
    <ScrollColumn label={label} surface="desk">
      {file.error && <Refusal error={file.error} />}
      {!file.error && state !== 'shown' && <p role="status">{state === 'drawing' ? t.drawing : t.noDraw}</p>}
      <div ref={room} className={styles.pages} />
    </ScrollColumn>
  );
};

/** One canvas for each page; the reader of PDF comes with the first one that is asked for. */
const drawPages = async (bytes: Uint8Array<ArrayBuffer>): Promise<readonly HTMLCanvasElement[]> => {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes);
  const pages: HTMLCanvasElement[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: WIDTH / natural.width });
    const canvas = document.createElement('canvas');
    canvas.className = styles.page ?? '';
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', t.page(number));
    await page.render({ canvas, viewport }).promise;
    pages.push(canvas);
  }
  await pdf.cleanup();
  return pages;
};
