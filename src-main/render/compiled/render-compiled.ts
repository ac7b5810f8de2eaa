import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { acceptData, type TemplateData } from '../render-data.ts';
import { templateProblem } from '../template-problem.ts';
import type { CompiledTemplate, ReadyPart } from './load-template.ts';
import { RELATION } from './template-code.ts';
import { PackageWriter } from './package-writer.ts';
import { packPicture } from './picture-file.ts';
import { PartTooLarge, type PartWriter } from './part-writer.ts';
import { ProgramRun, TooManySteps, type DocumentState, type PartExtras } from './run-program.ts';
import { RunProblems } from './run-problems.ts';
import { escapeAttribute } from './xml-escapes.ts';

/** About a hundred times what a document of 10,000 rows takes. */
const MOST_STEPS = 30_000_000;

/** Fills a template. Synchronous; equal data give equal bytes. All problems come at once. */
export function renderCompiled(template: CompiledTemplate, data: unknown): Result<Uint8Array, TemplateProblem[]> {
  const prepared = acceptData(data, template.printsOnly);
  return prepared.ok ? fill(template, prepared.value) : err([prepared.error]);
}

function fill({ code, parts }: CompiledTemplate, data: TemplateData): Result<Uint8Array, TemplateProblem[]> {
  const problems = new RunProblems();
  const state: DocumentState = { data, problems, lastShapeId: code.lastShapeId, stepsLeft: MOST_STEPS };
  const writer = new PackageWriter(code.fixed);
  let hasPictures = false;
  try {
    for (const part of parts) {
      const extras = addPart(writer, part, state);
      hasPictures ||= extras.pictures.length > 0;
    }
  } catch (thrown) {
    if (thrown instanceof TooManySteps) return err([templateProblem('template.tooHeavy', thrown.where)]);
    if (thrown instanceof PartTooLarge) return err([templateProblem('template.tooHeavy', '')]);
    throw thrown;
  }
  const found = problems.all();
  if (found.length > 0) return err(found);
  if (code.types) writer.addPacked(hasPictures ? code.types.withPictures : code.types.plain);
  return ok(writer.finish());
}

function addPart(writer: PackageWriter, part: ReadyPart, state: DocumentState): PartExtras {
  const { code, loaded, program } = part;
  let extras: PartExtras = { pictures: [], links: [] };
  writer.addPrinted(code.name, loaded, (output) => {
    const run = new ProgramRun(program, output, state);
    run.run(code.program.steps);
    extras = run;
  });
  addRelations(writer, part, extras);
  return extras;
}

function addRelations(writer: PackageWriter, { code, relations }: ReadyPart, { pictures, links }: PartExtras): void {
  if (!code.relations || !relations) return;
  if (pictures.length + links.length === 0) {
    if (code.relations.unchanged) writer.addPacked(code.relations.unchanged);
    return;
  }
  const component = code.name.replace(/^.*\//, '');
  const media = pictures.map(({ relation, picture }) => ({
    relation,
    packed: packPicture(picture),
    target: `media/template_${component}_${relation}${picture.extension}`,
  }));
  writer.addPrinted(code.relations.name, relations, (output) => {
    output.chunk(RELATION.head);
    for (const { relation, target } of media) addRelation(output, RELATION.picture, relation, target);
    for (const { relation, url } of links) addRelation(output, RELATION.link, relation, url);
    output.chunk(RELATION.tail);
  });
  for (const { target, packed } of media) {
    writer.addPacked({ record: { name: `word/${target}`, ...packed.record }, body: packed.body });
  }
}

/** @param kind the chunk with its type; the next one is its end */
function addRelation(output: PartWriter, kind: number, relation: string, target: string): void {
  output.chunk(RELATION.id);
  output.raw(relation);
  output.chunk(kind);
  output.raw(escapeAttribute(target));
  output.chunk(kind + 1);
}
