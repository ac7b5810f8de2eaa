/** «Орлова Светлана» of the CRM is our «Орлова Светлана Петровна»; a family name alone is nobody. */
export const isSamePerson = (ours: string, theirs: string): boolean =>
  theirs.includes(' ') &&
  ours.includes(' ') &&
  (ours === theirs || ours.startsWith(`${theirs} `) || theirs.startsWith(`${ours} `));
