import type { Expression } from 'acorn';

/**
 * What a compiled part does, step by step. A step has up to three operands `a`, `b`, `c`; all steps have the same shape, because the machine that
 * runs them is quickest then, and so that programs can be written to disk.
 */
export interface Step {
  readonly op: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly steps: readonly Step[];
}

export const OP = {
  /** Print chunk `a`. */
  text: 0,
  /** Print the value of command `a`. `b`: nothing is printed, the command only runs. */
  value: 1,
  /** EXEC of command `a`. */
  assign: 2,
  /** For each item of command `a`: `steps`. */
  loop: 3,
  /** If command `a` holds: `steps`; remembers the answer in register `b`. */
  condition: 4,
  /** The ELSE of register `b`: `steps` if the answer was no. `a` is the command of its IF. */
  otherwise: 5,
  /** Print the picture of command `a`, or chunk `b` if there is none. `c`: nothing is printed. */
  picture: 6,
  /** Print the link of command `a`, or chunk `b`; chunk `c` and the next two are the link's own. */
  link: 7,
  /** Print the next id of a shape. `b`: only count it. */
  shapeId: 8,
  /** An element begins that may turn out to be removed; `a` is its kind (see REMOVABLE). What is printed waits. */
  open: 9,
  /** It ends. `b`: it stays whatever it holds (the exceptions of rows and cells). */
  close: 10,
  /** It is left behind unfinished, and stays. */
  keep: 11,
  /** It is removed. */
  drop: 12,
  /** All waiting elements hold text: they stay. */
  holdsText: 13,
  /** All waiting elements hold a command. */
  holdsCommand: 14,
  /** An inner element of kind `a` begins: for the waiting ones around it, commands count anew. */
  forgetCommands: 15,
  /** A cell begins that must not end up without a paragraph. */
  cellOpen: 16,
  /** A paragraph stands directly in the cell. */
  cellParagraph: 17,
  /** The cell ends; chunk `a` is an empty paragraph. */
  cellClose: 18,
  /** The cell is left behind unfinished. */
  cellKeep: 19,
} as const;

/** The kinds of elements that docx-templates removes when they hold commands only. */
export const REMOVABLE: ReadonlyMap<string, number> = new Map([
  ['w:p', 1],
  ['w:tr', 2],
  ['w:tc', 3],
  ['w:tbl', 4],
]);

/** A command with an expression. */
export interface ProgramCommand {
  /** As it stood in the template. */
  readonly code: string;
  readonly tree: Expression;
  /** The variable of a FOR with its `$`, or the name that EXEC assigns. */
  readonly name: string;
  /** «document.xml, стр. 1, абзац 14 …» */
  readonly where: string;
}

/** A part as built, before its chunks are encoded. */
export interface PartProgram {
  readonly steps: readonly Step[];
  /** Pieces of XML that never change. */
  readonly chunks: readonly string[];
  readonly commands: readonly ProgramCommand[];
  readonly registers: number;
  /** The first of the chunks of a picture (see `picture-xml.ts`), or -1. */
  readonly pictureChunk: number;
  readonly hasLinks: boolean;
}
