import { createHash } from 'node:crypto';
import type { Expression } from 'acorn';
import { bookOf } from './code-book.ts';
import { DISTANCE_SYMBOLS, LITERAL_SYMBOLS } from './deflate-codes.ts';
import { PIECE, type EncodedPart } from './encoded-part.ts';
import { PICTURE_CHUNKS } from './picture-xml.ts';
import { OP, type PartProgram, type Step } from './program.ts';
import { ByteReader, ByteWriter, requireThat } from './stored-bytes.ts';
import type { PackedFile, PartCode, RelationsPlan, TemplateCode } from './template-code.ts';

/**
 * Raise it with every change of the compiler, of the machine or of this format: files of other versions are ignored. Node's version
 * counts too, because zlib belongs to it.
 */
const VERSION = 2;
const MARK = `KCT${VERSION} ${process.versions.node}\n`;
const HASH_BYTES = 32;
const LAST_OP = Math.max(...Object.values(OP));

/** A compiled template as bytes: a mark with the version, a hash of the rest, the rest. */
export function writeCode({ fixed, types, parts, lastShapeId }: TemplateCode): Uint8Array {
  const out = new ByteWriter();
  out.bytes(fixed.bytes);
  out.bytes(fixed.directory);
  out.number(fixed.count);
  out.number(lastShapeId);
  out.optional(types, ({ plain, withPictures }) => {
    writeFile(out, plain);
    writeFile(out, withPictures);
  });
  out.list(parts, (part) => writePart(out, part));
  const content = out.finish();
  return Buffer.concat([Buffer.from(MARK, 'latin1'), createHash('sha256').update(content).digest(), content]);
}

/** @returns undefined when the bytes are not a whole file of this version. Throws when they are one and yet make no sense. */
export function readCode(bytes: Uint8Array): TemplateCode | undefined {
  const mark = Buffer.from(MARK, 'latin1');
  if (!mark.equals(bytes.subarray(0, mark.length))) return undefined;
  const hash = bytes.subarray(mark.length, mark.length + HASH_BYTES);
  const content = bytes.subarray(mark.length + HASH_BYTES);
  if (!createHash('sha256').update(content).digest().equals(hash)) return undefined;
  const input = new ByteReader(content);
  const fixed = { bytes: input.bytes(), directory: input.bytes(), count: input.number() };
  const lastShapeId = input.number();
  const types = input.optional(() => ({ plain: readFile(input), withPictures: readFile(input) }));
  return { fixed, lastShapeId, types, parts: input.list(() => readPart(input)) };
}

function writeFile(out: ByteWriter, { record, body }: PackedFile): void {
  out.text(record.name);
  out.number(record.method);
  out.number(record.crc);
  out.number(record.size);
  out.bytes(body);
}

function readFile(input: ByteReader): PackedFile {
  const [name, method, crc, size] = [input.text(), input.number(), input.number(), input.number()];
  const body = input.bytes();
  return { record: { name, method, crc, size, packedSize: body.length }, body };
}

function writePart(out: ByteWriter, { name, program, encoded, relations }: PartCode): void {
  out.text(name);
  out.number(program.registers);
  out.number(program.pictureChunk + 1);
  out.number(program.hasLinks ? 1 : 0);
  out.list(program.commands, (command) => out.text(JSON.stringify(command)));
  writeSteps(out, program.steps);
  writeEncoded(out, encoded);
  out.optional(relations, (plan) => {
    out.text(plan.name);
    out.optional(plan.unchanged, (file) => writeFile(out, file));
    writeEncoded(out, plan.encoded);
  });
}

function readPart(input: ByteReader): PartCode {
  const name = input.text();
  const registers = input.number();
  const pictureChunk = input.number() - 1;
  const hasLinks = input.number() === 1;
  const commands = input.list(() => readCommand(input.text()));
  const steps = readSteps(input);
  const encoded = readEncoded(input);
  const relations = input.optional<RelationsPlan>(() => ({
    name: input.text(),
    unchanged: input.optional(() => readFile(input)),
    encoded: readEncoded(input),
  }));
  const program: PartProgram = { steps, chunks: [], commands, registers, pictureChunk, hasLinks };
  checkSteps(steps, commands.length, encoded.lengths.length, registers);
  requireThat(pictureChunk < 0 || pictureChunk + PICTURE_CHUNKS.length <= encoded.lengths.length);
  return { name, program, encoded, relations };
}

function readCommand(text: string): PartProgram['commands'][number] {
  const value: unknown = JSON.parse(text);
  requireThat(typeof value === 'object' && value !== null);
  const field = (name: string): unknown => Reflect.get(value, name);
  const [code, name, where, tree] = [field('code'), field('name'), field('where'), field('tree')];
  requireThat(typeof code === 'string' && typeof name === 'string' && typeof where === 'string' && isTree(tree));
  return { code, name, where, tree };
}

/** Is it like a syntax tree? What is in it, the compiler of expressions decides by its allow-list, as for a tree that was just parsed. */
function isTree(value: unknown): value is Expression {
  return (
    typeof value === 'object' && value !== null && 'type' in value && 'start' in value && typeof value.type === 'string'
  );
}

function writeSteps(out: ByteWriter, steps: readonly Step[]): void {
  out.list(steps, ({ op, a, b, c, steps: inner }) => {
    for (const value of [op, a, b, c]) out.number(value);
    writeSteps(out, inner);
  });
}

function readSteps(input: ByteReader): Step[] {
  return input.list(() => {
    const [op, a, b, c] = [input.number(), input.number(), input.number(), input.number()];
    return { op, a, b, c, steps: readSteps(input) };
  });
}

/** Every index of a program must lead somewhere. */
function checkSteps(steps: readonly Step[], commands: number, chunks: number, registers: number): void {
  for (const { op, a, b, c, steps: inner } of steps) {
    requireThat(op <= LAST_OP);
    if (op >= OP.value && op <= OP.link) requireThat(a < commands);
    if (op === OP.text || op === OP.cellClose) requireThat(a < chunks);
    if (op === OP.condition || op === OP.otherwise) requireThat(b < registers);
    if (op === OP.picture || op === OP.link) requireThat(b < chunks);
    if (op === OP.link) requireThat(c + 2 < chunks);
    checkSteps(inner, commands, chunks, registers);
  }
}

function writeEncoded(
  out: ByteWriter,
  { book, words, headerBits, pieces, firstPiece, lengths, crcs }: EncodedPart,
): void {
  out.bytes(book.literalLengths);
  out.bytes(book.distanceLengths);
  out.number(headerBits);
  out.bytes(bytesOf(words));
  for (const numbers of [pieces, firstPiece, lengths, crcs]) out.bytes(bytesOf(numbers));
}

function readEncoded(input: ByteReader): EncodedPart {
  const [literalLengths, distanceLengths] = [input.bytes(), input.bytes()];
  requireThat(literalLengths.length === LITERAL_SYMBOLS && distanceLengths.length === DISTANCE_SYMBOLS);
  requireThat([...literalLengths, ...distanceLengths].every((length) => length > 0 && length <= 15));
  const headerBits = input.number();
  const words = new Uint16Array(ownBuffer(input.bytes()));
  const [pieces, firstPiece, lengths, crcs] = [
    readNumbers(input),
    readNumbers(input),
    readNumbers(input),
    readNumbers(input),
  ];
  requireThat(crcs.length === lengths.length && firstPiece.length === lengths.length + 1);
  requireThat(firstPiece.at(-1) === pieces.length / PIECE && headerBits <= words.length * 16);
  for (let at = 0; at < pieces.length; at += PIECE) {
    const [word = -1, bits = -1, chunk = -1] = pieces.subarray(at, at + PIECE);
    requireThat(word >= 0 && bits >= 0 && word * 16 + bits <= words.length * 16 && chunk < lengths.length);
  }
  return { book: bookOf(literalLengths, distanceLengths), words, headerBits, pieces, firstPiece, lengths, crcs };
}

const readNumbers = (input: ByteReader): Int32Array => new Int32Array(ownBuffer(input.bytes()));

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array | Int32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** A copy that begins at a whole number, as arrays of larger numbers need. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
