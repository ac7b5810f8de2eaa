/** Remembers what a pure function of a text answered; the oldest answer is forgotten first. */
export function remembered<T>(compute: (source: string) => T, limit = 2_000): (source: string) => T {
  const known = new Map<string, T>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const answer = compute(source);
    const oldest = known.size >= limit ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(source, answer);
    return answer;
  };
}
