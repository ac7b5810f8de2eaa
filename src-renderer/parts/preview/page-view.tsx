import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { previewTexts } from '#renderer/text/preview-texts.ts';
import { bytesOf } from '../save-file.ts';
import type { PageEdit } from './edit-place.ts';
import { choosePageEdit } from './mark-edits.ts';
import { choosePageMark, drawPage, fitPage, markAt, type PageMark, type PrintedValue } from './draw-page.ts';
import styles from './page-view.module.css';

type PageViewProps = {
  readonly title: string;
  /** Bytes of the wire; null while the first page is on its way. */
  readonly docx: string | null;
  readonly values: readonly PrintedValue[];
  readonly chosen: PageMark | null;
  readonly onChoose: (mark: PageMark | null) => void;
  /** Places that differ from the form, and the one that is looked at. Keep the list stable. */
  readonly edits?: readonly PageEdit[];
  readonly chosenEdit?: number | null;
};

const FRAME = '/preview-frame.html';

/**
 * The page in a frame that runs no scripts (its sandbox and its policy both forbid them) and never gets the focus:
 * the window draws into it from outside, and clicks and arrows are heard here.
 */
export const PageView = ({ title, docx, values, chosen, onChoose, edits, chosenEdit = null }: PageViewProps) => {
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const [marks, setMarks] = useState<readonly PageMark[] | null>(null);

  const fit = useCallback(() => {
    if (!page || !frame.current || !room.current) return;
    const { width, height } = fitPage(page, room.current.clientWidth);
    frame.current.style.width = `${width}px`;
    frame.current.style.height = `${height}px`;
  }, [page]);

  useEffect(() => {
    if (!page || docx === null) return undefined;
    let isCurrent = true;
    void drawPage(page, bytesOf(docx), values, edits).then((drawn) => {
      if (!isCurrent) return;
      drawn.show();
      setMarks(drawn.marks);
      fit();
    });
    return () => {
      isCurrent = false;
    };
  }, [page, docx, values, edits, fit]);

  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [fit]);

  useEffect(() => {
    if (!page || !marks) return;
    if (edits) choosePageEdit(page, chosenEdit);
    else choosePageMark(page, chosen?.number ?? null);
  }, [page, marks, chosen, edits, chosenEdit]);

  const onClick = (event: MouseEvent) => {
    if (!page || !frame.current || !marks) return;
    const place = frame.current.getBoundingClientRect();
    const number = markAt(page, event.clientX - place.left, event.clientY - place.top);
    onChoose(marks.find((mark) => mark.number === number) ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.code];
    if (step === undefined || event.ctrlKey || event.altKey || !marks || marks.length === 0) return;
    event.preventDefault();
    const index = chosen === null ? -1 : marks.findIndex((mark) => mark.number === chosen.number);
    onChoose(
      marks[index === -1 && step === -1 ? marks.length - 1 : (index + step + marks.length) % marks.length] ?? null,
    );
  };

  return (
    // A place that keys walk through must be reachable by Tab, although it is no control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={room}
      className={styles.room}
      role="group"
      aria-label={previewTexts.values}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
      data-drawn={marks !== null || undefined}
    >
      <iframe
        ref={frame}
        className={styles.frame}
        title={previewTexts.page(title)}
        src={FRAME}
        sandbox="allow-same-origin"
        tabIndex={-1}
        onLoad={(event) => setPage(event.currentTarget.contentDocument)}
      />
    </div>
  );
};

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
