/** Stands in the name of a skipped test or group, before the reason why it was not run. */
export const SKIP_MARK = ' — skipped: ';
