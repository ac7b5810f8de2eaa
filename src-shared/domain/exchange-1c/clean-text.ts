// XML 1.0 can carry no control characters but tab and line ends (formats/README.md §6).
const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** The text without what no XML can carry. */
export const withoutControls = (text: string): string => text.replaceAll(CONTROL, '');

/** The same on one line. */
export const cleanText = (text: string): string => withoutControls(text).replaceAll(/\s+/gu, ' ').trim();

/** Will something be taken out of the text? */
export const hasControls = (text: string): boolean => text.search(CONTROL) >= 0;
