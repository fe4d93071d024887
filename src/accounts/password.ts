/** Characters that a password must have at least. Length is what counts; no rules about kinds of characters. */
export const shortestPassword = 12;
/** Longer ones are refused before they are hashed. */
export const longestPassword = 128;
