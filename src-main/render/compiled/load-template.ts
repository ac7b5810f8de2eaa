import type { Expression, Super } from 'acorn';
import { compileTree } from '../expression/compile-tree.ts';
import { loadPart, type LoadedPart } from './encoded-part.ts';
import type { LoadedProgram } from './run-program.ts';
import type { PartCode, TemplateCode } from './template-code.ts';

/** A part with its expressions and tables ready. */
export interface ReadyPart {
  readonly code: PartCode;
  readonly loaded: LoadedPart;
  readonly program: LoadedProgram;
  readonly relations: LoadedPart | undefined;
}

/** A template read once; `renderCompiled` fills it any number of times. */
export interface CompiledTemplate {
  readonly code: TemplateCode;
  readonly parts: readonly ReadyPart[];
  /** All commands are plain paths, so no expression looks into a text. */
  readonly printsOnly: boolean;
}

/** Makes a template ready. Throws when an expression is not allowed, which only a damaged file from the disk can cause. */
export function loadTemplate(code: TemplateCode): CompiledTemplate {
  const commands = code.parts.flatMap(({ program }) => program.commands);
  return { code, parts: code.parts.map(readyPart), printsOnly: commands.every(({ tree }) => isPath(tree)) };
}

/** `name` or `name.name`; a length is a question about the text. */
function isPath(tree: Expression | Super): boolean {
  if (tree.type !== 'MemberExpression') return tree.type === 'Identifier';
  const { computed, property, object } = tree;
  return !computed && property.type === 'Identifier' && property.name !== 'length' && isPath(object);
}

function readyPart(code: PartCode): ReadyPart {
  const expressions = code.program.commands.map(({ code: source, tree }) => {
    const compiled = compileTree(source, tree);
    if (!compiled.ok) throw new Error(`Not an allowed expression: ${compiled.error.code}`);
    return compiled.value;
  });
  return {
    code,
    loaded: loadPart(code.encoded),
    program: { program: code.program, expressions },
    relations: code.relations && loadPart(code.relations.encoded),
  };
}
