const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#039;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&laquo;': '«',
  '&raquo;': '»',
  '&amp;': '&',
};

const decodeOnce = (text: string): string =>
  text.replaceAll(/&(?:quot|#039|apos|lt|gt|nbsp|laquo|raquo|amp);/gu, (entity) => ENTITIES[entity] ?? entity);

/** A text of a CRM for people: entities (Битрикс24 escapes some twice), `<br>` and other tags, spaces. */
export const plainText = (text: string): string =>
  decodeOnce(decodeOnce(text))
    .replaceAll(/<br\s*\/?>/giu, '\n')
    .replaceAll(/<\/?[a-z][^<>]{0,200}>/giu, '')
    .replaceAll(/[ \t\u00A0]+/gu, ' ')
    .replaceAll(/\s*\n\s*/gu, '\n')
    .trim();

/** The same with BB codes of comments taken off: «[B]жирный[/B]» → «жирный», «[URL=x]слово[/URL]» → «слово». */
export const plainComment = (text: string): string =>
  plainText(text.replaceAll(/\[\/?[A-Za-z]+(?:=[^\]]{0,500})?\]/gu, ''));
