/**
 * What one expression of a template may use. A template comes from a stranger, so nothing here is unlimited;
 * the numbers are far above anything an honest document needs.
 */
export const EXPRESSION_LIMITS = {
  /** Characters of source. */
  sourceLength: 4_000,
  /** Nested nodes of the syntax tree. */
  treeDepth: 64,
  /** Steps of one evaluation: a callback call, an item looked at, 64 characters searched. */
  steps: 2_000_000,
  /** Characters of one string that an expression makes. */
  textLength: 1_000_000,
  /** Items of one array that an expression makes. */
  arrayLength: 500_000,
  /** Arrays within arrays in a result. */
  resultDepth: 16,
  /** Items of a result, all nested arrays counted. */
  resultItems: 500_000,
} as const;
