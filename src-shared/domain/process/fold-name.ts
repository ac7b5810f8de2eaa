/** Names as people compare them: small letters, ё as е, one kind of space, no quotes. */
export const foldName = (name: string): string =>
  name.toLowerCase().replaceAll('ё', 'е').replaceAll(/[«»"]/gu, '').replaceAll(/\s+/gu, ' ').trim();

/** «Собран (опт)» → «Собран»: the sales channel in brackets says where the order came from, not where it stands. */
const withoutChannel = (title: string): string => title.replace(/\s*\([^)]*\)$/u, '');

/** «Собран (опт)» → «опт»; empty when the stage names no channel. */
export const channelOf = (title: string): string => /\(([^)]*)\)$/u.exec(title)?.[1]?.trim() ?? '';

/** The stage that a system calls by this name: by its title or one of its other names, whatever the channel. */
export const stageNamed = <Stage extends { readonly title: string; readonly aliases?: readonly string[] | undefined }>(
  stages: readonly Stage[],
  name: string,
): Stage | null => {
  const namesOf = ({ title, aliases = [] }: Stage) => [title, ...aliases];
  const exact = stages.find((stage) => namesOf(stage).some((each) => foldName(each) === foldName(name)));
  const plain = foldName(withoutChannel(name));
  return (
    exact ?? stages.find((stage) => namesOf(stage).some((each) => foldName(withoutChannel(each)) === plain)) ?? null
  );
};

/** The stage's name in the channel of the order: «Собран (сайт)» is «Собран (опт)» for an order of the wholesale. */
export const stageInChannel = (title: string, before: string): string => {
  const channel = /\s*\([^)]*\)$/u.exec(before)?.[0];
  return channel !== undefined && withoutChannel(title) !== title ? `${withoutChannel(title)}${channel}` : title;
};
