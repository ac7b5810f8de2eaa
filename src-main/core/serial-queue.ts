export type SerialQueue = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs asynchronous work one after another, in the order in which it was asked for. */
export const createSerialQueue = (): SerialQueue => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  };
};
