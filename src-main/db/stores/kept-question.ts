/**
 * A statement that is built and compiled at its first use and kept: building one costs more than running it, and the exchange with a
 * CRM asks the same small questions for every record.
 */
export const keptQuestion = <T>(build: () => T): (() => T) => {
  let built: T | null = null;
  return () => (built ??= build());
};
