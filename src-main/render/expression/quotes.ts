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
  while (index < source.length) {
    const character = source.charAt(index);
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
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  for (let index = start + 1; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === '\\') index += 1;
    else if (character === quote) return index;
  }
  return undefined;
}
