/**
 * Parts that share no document: each list of wants is one operation, and those that want the same document, directly or through
 * others, stand together. Answers with indexes, in the order in which they stand. Documents of `taken` join nobody.
 */
export const componentsOf = (
  wants: readonly (readonly string[])[],
  taken: ReadonlySet<string>,
): readonly (readonly number[])[] => {
  const parent = Int32Array.from(wants, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      const above = parent[root] ?? root;
      parent[root] = parent[above] ?? above;
      root = above;
    }
    return root;
  };
  const ownerByItem = new Map<string, number>();
  for (const [index, documents] of wants.entries()) {
    for (const documentId of documents) {
      if (taken.has(documentId)) continue;
      const owner = ownerByItem.get(documentId);
      if (owner === undefined) ownerByItem.set(documentId, index);
      else parent[rootOf(index)] = rootOf(owner);
    }
  }
  const byRoot = new Map<number, number[]>();
  for (const index of wants.keys()) {
    const root = rootOf(index);
    const component = byRoot.get(root);
    if (component === undefined) byRoot.set(root, [index]);
    else component.push(index);
  }
  return [...byRoot.values()];
};
