import { compileTree } from '../expression/compile-tree.ts';
import { loadPart, type LoadedPart } from './encode-part.ts';
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
}

/** Makes a template ready. Throws when an expression is not allowed, which only a damaged file from the disk can cause. */
export function loadTemplate(code: TemplateCode): CompiledTemplate {
  return { code, parts: code.parts.map(readyPart) };
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
