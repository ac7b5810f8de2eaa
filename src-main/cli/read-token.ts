/** Longer than any key of a CRM. */
const MOST_CHARACTERS = 2000;

/** The key of a CRM for `sync connect`: from the environment, else the first line of a piped standard input. Null: there is none. */
export const readToken = async (isNeeded: boolean): Promise<string | null> => {
  const given = process.env['KOMPLEKT_TOKEN']?.trim() ?? '';
  if (given !== '') return given;
  if (!isNeeded || process.stdin.isTTY) return null;
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) {
    text += String(piece);
    if (text.includes('\n') || text.length > MOST_CHARACTERS) break;
  }
  const [line = ''] = text.slice(0, MOST_CHARACTERS).split('\n', 1);
  return line.trim() === '' ? null : line.trim();
};
