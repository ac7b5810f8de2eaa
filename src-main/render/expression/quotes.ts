/** Which characters may end a text that a typographic quote began. Word mixes them freely. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”“"'],
  ['„', '“”"'],
  ['”', '”"'],
  ['‘', "’‘'"],
  ['‚', "‘’'"],
  ['’', "’'"],
]);

/**
 * Replaces typographic quotes that stand for the quotes of a text: Russian Word turns `"да"` into `«да»`. Quotes inside a text
 * stay: `"ООО «Ромашка»"` is a name with its quotes. docx-templates' own `fixSmartQuotes` knows no « » and changes the inside too.
 */
export function straightenQuotes(source: string): string {
  let result = '';
  let index = 0;
  // In `…${here}…` a text may begin again: the braces open in each template text that is around.
  const braces: number[] = [];
  while (index < source.length) {
    const character = source.charAt(index);
    const depth = braces.at(-1);
    const endsValue = character === '}' && depth === 0;
    if (character === '`' || endsValue) {
      if (endsValue) braces.pop();
      const { end, isValue } = templateTextEnd(source, index);
      if (isValue) braces.push(0);
      result += source.slice(index, end);
      index = end;
      continue;
    }
    if (depth !== undefined && character === '{') braces.splice(-1, 1, depth + 1);
    if (depth !== undefined && character === '}') braces.splice(-1, 1, depth - 1);
    const closers = CLOSERS.get(character);
    const end = closers ? closingQuote(source, index, closers) : straightEnd(source, index);
    if (end === undefined) {
      result += character;
      index += 1;
    } else {
      result += closers ? JSON.stringify(source.slice(index + 1, end)) : source.slice(index, end + 1);
      index = end + 1;
    }
  }
  return result;
}

/** Where the text of a template literal that goes on behind `start` ends: behind its back quote, or behind `${`, where a value begins. */
function templateTextEnd(source: string, start: number): { readonly end: number; readonly isValue: boolean } {
  for (let index = start + 1; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '`') return { end: index + 1, isValue: false };
    else if (character === '$' && source.charAt(index + 1) === '{') return { end: index + 2, isValue: true };
  }
  return { end: source.length, isValue: false };
}

/** The index of the closing quote; « » may be nested: «ООО «Ромашка»». */
function closingQuote(source: string, start: number, closers: string): number | undefined {
  const opener = source.charAt(start);
  let depth = 0;
  for (let index = start + 1; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (closers.includes(character)) {
      if (depth === 0) return index;
      depth -= 1;
    } else if (character === opener) depth += 1;
  }
  return undefined;
}

/** The end of a text in straight quotes that begins here, or undefined. */
function straightEnd(source: string, start: number): number | undefined {
  const quote = source.charAt(start);
  if (quote !== '"' && quote !== "'") return undefined;
  for (let index = start + 1; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === '\\') index += 1;
    else if (character === quote) return index;
  }
  return undefined;
}
