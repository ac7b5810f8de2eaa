/** Shows a file to the person with the program of their system. Only main can do this; elsewhere it answers false. */
export type Opener = {
  readonly openCopy: (name: string, bytes: Uint8Array) => Promise<boolean>;
  /** Opens the file itself, so that a save goes into it: for working copies of templates. */
  readonly openFile: (path: string) => Promise<boolean>;
};
