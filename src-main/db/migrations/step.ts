/**
 * One step of the base's history. Frozen once released: its text is fingerprinted in every base that ran it, and a changed
 * text is refused. SQL only, no transaction words and no pragmas: the runner does those (`migrate.ts`).
 */
export type MigrationStep = {
  /** Number in the file's name; steps run in this order, a late-merged lower one too. */
  readonly id: number;
  readonly name: string;
  readonly sql: string;
  /** Tables that this step empties or drops on purpose; any other lost row stops the upgrade. */
  readonly announcedLosses: readonly string[];
};
