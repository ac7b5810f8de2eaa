/** Null for what is not JSON: whoever reads a neighbour's messages treats both alike. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
