/**
 * One thing that is wrong, in the shape that the command line prints and the window shows (shared document `cli.md`).
 * `message` is Russian and says what happened, what is safe and what to do; `where` names the file, line or field.
 */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly where: string;
  readonly data: Readonly<Record<string, unknown>>;
};
