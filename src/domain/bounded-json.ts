/** Lists and objects inside each other: records have 5, charts 6. Deeper ones only exhaust the stack of who walks them. */
const deepest = 40;

/** Why a JSON text is not taken although it may be valid. */
function objection(text: string): string | null {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (inText) {
      if (character === 0x22) inText = false;
      else if (character === 0x5c) {
        at += 1;
        if (text.charCodeAt(at) !== 0x75) continue;
        const code = Number.parseInt(text.slice(at + 1, at + 5), 16);
        at += 4;
        if (code === 0) return 'it holds the character U+0000, which no text has';
        if (code < 0xd800 || code > 0xdfff) continue;
        // Half a character, unless its other half follows.
        if (code > 0xdbff || !/^\\u[dD][c-fC-F][\da-fA-F]{2}$/.test(text.slice(at + 1, at + 7)))
          return 'it holds half a character';
        at += 6;
      }
    } else if (character === 0x22) inText = true;
    else if (character === 0x5b || character === 0x7b) {
      depth += 1;
      if (depth > deepest) return `it is nested more than ${deepest} deep`;
    } else if (character === 0x5d || character === 0x7d) depth -= 1;
  }
  return null;
}

/**
 * Parses JSON that somebody sent. Throws a `SyntaxError` also where it is nested deeper than anything here is, or holds
 * what a database does not keep as text.
 */
export function parseBoundedJson(text: string): unknown {
  const why = objection(text);
  if (why !== null) throw new SyntaxError(why);
  return JSON.parse(text);
}
