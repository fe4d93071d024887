import { plainText } from './plain-text';
import { simplified } from './simplified';

/**
 * A text as the reader sees it. `plain` is what rules match: no markup, simplified characters, ASCII signs. `shown` has the
 * same places with the characters as they were written. `places[i]` is where character i stands in the original; one more
 * at the end holds its length.
 */
export interface CleanText {
  plain: string;
  shown: string;
  places: Uint32Array;
}

/** What is left out, by its first character; each takes a bounded piece of text. */
const pictures = /!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}\)/y;
const links = /\]\((?:https?:|\/|#|mailto:)[^)\s]{0,2000}\)/y;
const addresses = /https?:\/\/[\w\-./?%&=#~:@!$'*+,;]{1,2000}/y;
const tags =
  /<\/?(?:b|i|em|strong|a|p|br|span|u|mark|h[1-6]|li|ul|ol|div|td|tr|th)(?:\s[^<>\n]{0,300})?\/?>/iy;
const notes = /\[\^?\d{1,3}\](?!\()/y;
const stars = /\*{1,3}|_{2,3}|`+|~~/y;
const entities = /&(?:amp|nbsp|quot|lt|gt|#39|#8217);/y;
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d|\ufe0e|\ufe0f/;
const pictograph = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const entityText: Record<string, string> = {
  '&amp;': '&',
  '&nbsp;': ' ',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
  '&#8217;': '’',
};

function at(pattern: RegExp, text: string, place: number): string | null {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0] ?? null;
}

/** What to put in the place of the markup that begins here, and its length; null where none begins. */
function markupAt(text: string, place: number): { length: number; shows: string } | null {
  const found = (pattern: RegExp, shows: string) => {
    const match = at(pattern, text, place);
    return match === null ? null : { length: match.length, shows };
  };
  switch (text[place]) {
    case '!':
      return found(pictures, ' ');
    case ']':
      return found(links, '');
    case '[': {
      const note = found(notes, '');
      if (note) return note;
      const close = text.slice(place, place + 300).indexOf('](');
      return close > 0 && at(links, text, place + close) ? { length: 1, shows: '' } : null;
    }
    case 'h':
      return found(addresses, ' ');
    case '<':
      return found(tags, '');
    case '*':
    case '_':
    case '`':
    case '~':
      // 3 * 4 and a line that begins with a star are no emphasis.
      return /\s/.test(text[place + 1] ?? ' ') && /\s/.test(text[place - 1] ?? ' ') ? null : found(stars, '');
    case '&': {
      const entity = at(entities, text, place);
      return entity === null ? null : { length: entity.length, shows: entityText[entity] ?? ' ' };
    }
    default:
      return null;
  }
}

const mayBeMarkup = /[![\]h<*_`~&]/;
const han = /\p{Script=Han}/u;

/** Blanks that Chinese typesetting puts between characters and figures: 4.45 亿美元, D 轮. */
function isTypesetting(before: string, after: string): boolean {
  return (han.test(before) && /\d/.test(after)) || (/[\d.]/.test(before) && han.test(after));
}

/** Takes the markup off a text and keeps where everything stood. */
export function cleanText(text: string): CleanText {
  const kept: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; ) {
    const character = text[place] ?? '';
    const code = text.codePointAt(place) ?? 0;
    if (mayBeMarkup.test(character)) {
      const markup = markupAt(text, place);
      if (markup) {
        for (const shown of markup.shows) {
          kept.push(shown);
          places.push(place);
        }
        place += markup.length;
        continue;
      }
    }
    if (code > 0xffff || (code >= 0x2190 && code < 0x2c00) || code === 0xae || code === 0xa9) {
      const width = code > 0xffff ? 2 : 1;
      if (pictograph.test(String.fromCodePoint(code))) {
        kept.push(' ');
        places.push(place);
      } else
        for (let half = 0; half < width; half++) {
          kept.push(text[place + half] ?? '');
          places.push(place + half);
        }
      place += width;
      continue;
    }
    if (code > 0xac && invisible.test(character)) {
      place++;
      continue;
    }
    if (character === ' ' && isTypesetting(kept.at(-1) ?? '', text[place + 1] ?? '')) {
      place++;
      continue;
    }
    kept.push(character);
    places.push(place);
    place++;
  }
  places.push(text.length);
  const shown = plainText(kept.join(''));
  return { plain: simplified(shown), shown, places: Uint32Array.from(places) };
}
