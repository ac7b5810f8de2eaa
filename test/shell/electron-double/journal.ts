/** What the program asked of the system, told to the test that started this process. */
export type JournalEntry = { readonly what: string; readonly data: unknown };

export const note = (what: string, data: unknown): void => {
  if (process.connected) process.send?.({ what, data } satisfies JournalEntry);
};
