/**
 * Which fields an expression reads, for the linter. A path is written `seller.name`, `lines[].name`; its first part is a
 * name of the scope (`$line` for a loop variable). Parameters of arrow functions are already resolved: in
 * `lines.filter(line => line.sum)` the reference is `lines[].sum`.
 */
export interface Reference {
  readonly path: string;
  /** Offset in the expression. */
  readonly position: number;
}

/** Collects references while an expression is compiled. */
export class ReferenceCollector {
  readonly references: Reference[] = [];

  add(path: string | undefined, position: number): void {
    if (path !== undefined) this.references.push({ path, position });
  }
}

export const itemsOf = (path: string | undefined): string | undefined => (path === undefined ? undefined : `${path}[]`);

export const fieldOf = (path: string | undefined, name: string): string | undefined =>
  path === undefined ? undefined : `${path}.${name}`;
