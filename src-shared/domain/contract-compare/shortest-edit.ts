/** A stretch of `a` [aFrom, aTo) that stands as `b` [bFrom, bTo) in the other text; either may be empty. */
export type Hunk = { readonly aFrom: number; readonly aTo: number; readonly bFrom: number; readonly bTo: number };

type Letters = ArrayLike<number>;

/** Above so many edits in one place nobody is helped by their list: the whole place counts as rewritten. */
const MOST_EDITS = 4000;

type Box = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number };

/** Where the shortest path through the box crosses its middle; null when the texts differ too much to look on. */
type Crossing = { readonly x: number; readonly y: number } | null;

const read = (values: Int32Array, index: number): number => values[index] ?? 0;

/**
 * The middle of a shortest edit path: two searches, from both ends, meet (Myers 1986, §4b). Memory is linear, so that a
 * contract of a hundred pages is compared letter by letter.
 */
const crossing = (a: Letters, b: Letters, { a0, a1, b0, b1 }: Box): Crossing => {
  const width = a1 - a0;
  const height = b1 - b0;
  const delta = width - height;
  const isOdd = delta % 2 !== 0;
  const most = Math.min(Math.ceil((width + height) / 2), MOST_EDITS);
  const at = most + 1;
  const forth = new Int32Array(2 * most + 3);
  const back = new Int32Array(2 * most + 3);
  for (let edits = 0; edits <= most; edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      const isDown = k === -edits || (k !== edits && read(forth, at + k - 1) < read(forth, at + k + 1));
      const start = isDown ? read(forth, at + k + 1) : read(forth, at + k - 1) + 1;
      let x = start;
      while (x < width && x - k < height && a[a0 + x] === b[b0 + x - k]) x += 1;
      forth[at + k] = x;
      const mirrored = delta - k;
      if (isOdd && Math.abs(mirrored) < edits && x + read(back, at + mirrored) >= width)
        return { x: a0 + x, y: b0 + x - k };
    }
    for (let k = -edits; k <= edits; k += 2) {
      const isDown = k === -edits || (k !== edits && read(back, at + k - 1) < read(back, at + k + 1));
      const start = isDown ? read(back, at + k + 1) : read(back, at + k - 1) + 1;
      let x = start;
      while (x < width && x - k < height && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x += 1;
      back[at + k] = x;
      const mirrored = delta - k;
      if (!isOdd && Math.abs(mirrored) <= edits && x + read(forth, at + mirrored) >= width)
        return { x: a1 - x, y: b1 - x + k };
    }
  }
  return null;
};

const shrink = (a: Letters, b: Letters, box: Box): Box => {
  let { a0, a1, b0, b1 } = box;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0 += 1;
    b0 += 1;
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1 -= 1;
    b1 -= 1;
  }
  return { a0, a1, b0, b1 };
};

/** What must be changed to get from `a` to `b`, from the beginning to the end, neighbours joined. */
export const shortestEdit = (a: Letters, b: Letters): Hunk[] => {
  const hunks: Hunk[] = [];
  const add = ({ a0, a1, b0, b1 }: Box): void => {
    const last = hunks.at(-1);
    if (last !== undefined && last.aTo === a0 && last.bTo === b0) hunks.pop();
    const joined = last !== undefined && last.aTo === a0 && last.bTo === b0;
    hunks.push({ aFrom: joined ? last.aFrom : a0, aTo: a1, bFrom: joined ? last.bFrom : b0, bTo: b1 });
  };
  const walk = (whole: Box): void => {
    const box = shrink(a, b, whole);
    const { a0, a1, b0, b1 } = box;
    if (a0 === a1 && b0 === b1) return;
    const middle = a0 === a1 || b0 === b1 ? null : crossing(a, b, box);
    const isCorner = middle === null || (middle.x === a0 && middle.y === b0) || (middle.x === a1 && middle.y === b1);
    if (isCorner) {
      add(box);
      return;
    }
    walk({ a0, a1: middle.x, b0, b1: middle.y });
    walk({ a0: middle.x, a1, b0: middle.y, b1 });
  };
  walk({ a0: 0, a1: a.length, b0: 0, b1: b.length });
  return hunks;
};
