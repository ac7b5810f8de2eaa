/** Codes of deflate are at most this long. */
const LONGEST_CODE = 15;

/**
 * How many bits each symbol gets: frequent ones few, rare ones many (Huffman). All symbols get a code, because nobody knows which bytes the
 * data will bring.
 */
export function codeLengths(frequencies: readonly number[], longest: number = LONGEST_CODE): Uint8Array {
  let weights = frequencies.map((frequency) => Math.max(1, Math.round(frequency)));
  for (;;) {
    const lengths = unlimitedLengths(weights);
    if (lengths.every((length) => length <= longest)) return lengths;
    // Flatter weights make a flatter tree; a little is lost, and only on the rarest symbols.
    weights = weights.map((weight) => Math.ceil(weight / 2));
  }
}

/** Two lists in rising order, symbols and joined nodes; the two lightest of both are joined again and again. */
function unlimitedLengths(weights: readonly number[]): Uint8Array {
  const order = weights
    .map((weight, symbol) => ({ weight, symbol }))
    .toSorted((a, b) => a.weight - b.weight || a.symbol - b.symbol);
  const joined: { weight: number; parent: number }[] = [];
  const parentOfSymbol = new Int32Array(weights.length);
  let symbolAt = 0;
  let joinedAt = 0;
  const takeLightest = (parent: number): number => {
    const symbol = order[symbolAt];
    const node = joined[joinedAt];
    if (symbol && (!node || symbol.weight <= node.weight)) {
      symbolAt += 1;
      parentOfSymbol[symbol.symbol] = parent;
      return symbol.weight;
    }
    joinedAt += 1;
    if (!node) return 0;
    node.parent = parent;
    return node.weight;
  };
  for (let count = 1; count < weights.length; count += 1) {
    const parent = joined.length;
    joined.push({ weight: takeLightest(parent) + takeLightest(parent), parent: -1 });
  }
  const depths = new Int32Array(joined.length);
  for (let node = joined.length - 2; node >= 0; node -= 1) depths[node] = (depths[joined[node]?.parent ?? 0] ?? 0) + 1;
  return Uint8Array.from(parentOfSymbol, (parent) => (depths[parent] ?? 0) + 1);
}

/** The codes that belong to the lengths (RFC 1951 §3.2.2), each with its bits turned around: deflate sends the highest bit first. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const counts = Array.from({ length: LONGEST_CODE + 1 }, () => 0);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const next = Array.from({ length: LONGEST_CODE + 2 }, () => 0);
  for (let length = 1; length <= LONGEST_CODE; length += 1)
    next[length + 1] = ((next[length] ?? 0) + (counts[length] ?? 0)) << 1;
  return Uint16Array.from(lengths, (length) => {
    const code = next[length] ?? 0;
    next[length] = code + 1;
    return reversed(code, length);
  });
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}
