/** Lines from the top and the bottom of a page among which its furniture is looked for. */
const EDGE = 3;

const PAGE_NUMBER = /^(?:стр(?:аница|\.)?\s*)?[-–—]?\s*\d{1,3}\s*(?:(?:из|\/)\s*\d{1,3})?\s*[-–—]?$/iu;

/** The mark of our demonstration base; it lies across every page and belongs to nobody's wording. */
const WATERMARKS = new Set(['ДЕМО', 'ПРОЕКТ', 'КОПИЯ']);

/** «Договор № 52/26, стр. 3» without its figures: what stands on every page. */
const shapeOf = (line: string): string => line.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ').trim();

const isEdge = (lines: readonly string[], at: number): boolean => at < EDGE || at >= lines.length - EDGE;

/** Pages without their numbers, watermarks and the lines that repeat at the edges of most pages. */
export const withoutFurniture = (pages: readonly (readonly string[])[]): string[][] => {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const shapes = new Set(lines.filter((_, at) => isEdge(lines, at)).map(shapeOf));
    for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const isRepeated = (line: string): boolean =>
    pages.length > 1 && (counts.get(shapeOf(line)) ?? 0) > pages.length / 2 && (counts.get(shapeOf(line)) ?? 0) > 1;
  return pages.map((lines) =>
    lines.filter(
      (line, at) =>
        !WATERMARKS.has(line.trim()) && !(isEdge(lines, at) && (PAGE_NUMBER.test(line.trim()) || isRepeated(line))),
    ),
  );
};
