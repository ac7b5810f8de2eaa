/** Millimetres → twentieths of a point, the unit of Word's widths and margins. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Points → half-points, the unit of Word's font sizes. */
export const pt = (points: number): number => Math.round(points * 2);

/** Points → twentieths of a point, the unit of Word's spacing. */
export const gap = (points: number): number => Math.round(points * 20);

/** Millimetres between the edges of A4. */
export const A4 = { short: 210, long: 297 } as const;
