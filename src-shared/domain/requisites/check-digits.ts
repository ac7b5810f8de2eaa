/** Digits of a text that is already known to hold digits only. */
export const digitsOf = (text: string): number[] => Array.from(text, Number);

/** Σ weight·digit over the weights; digits beyond them are not looked at. */
export const weightedSum = (weights: readonly number[], digits: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
