/** Thrown inside the compiler when it meets a construct that it does not know; caught by `compileTemplate`. */
export class UnsupportedConstruct extends Error {
  constructor(what: string, where = '') {
    super(where === '' ? what : `${what} (${where})`);
    this.name = 'UnsupportedConstruct';
  }
}

export function unsupported(what: string, where?: string): never {
  throw new UnsupportedConstruct(what, where);
}
