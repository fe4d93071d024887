import { linear } from '@/domain/expression/linear';
import { cut, type Piece } from '../plain-text';
import { companyName } from './company-in-chinese';

const ownDeal = linear(
  /(?:完成|获得?|拿下|斩获|敲定|连获|收获|融资)(?:了)?[^，。；]{0,40}?(?:融资|投资(?!者|人|方|机构)|轮)|领投(?![，。；、]|$|方|机构)[^，。；]{2}/,
);
const verb = linear(/(?:完成|获得?|拿下|斩获|敲定|连获|收获|融资|领投)/);
/** A part that begins with a date of its own. */
export const dated =
  /^\s*(?:而|并|且)?(?:随后|此后|之后|其后|后来|接着|再之前|更早之前|更早|到|至)?(?:的|在|于)?(?:(?:19|20)\d\d年|同年|次年|当年|去年|今年|前年|\d{1,2}月|[一二两三四五六七八九十半\d]+个?(?:月|年)[前后])/;

/** The parts of a sentence that each tell of another deal: 甲获天使轮融资，2014年3月甲获A轮融资，乙完成B轮融资. */
export function dealsOf(sentence: Piece, organizations: readonly string[]): Piece[] {
  const { text, start } = sentence;
  if (!text.includes('，')) return [sentence];
  const pieces = cut(sentence, /，/g);
  const deals: Piece[] = [];
  let from = start;
  let told = false;
  for (const [at, piece] of pieces.entries()) {
    // 随后的2014年3月，甲获得…: the date stands in a piece of its own.
    const previous = pieces[at - 1];
    const alone =
      previous !== undefined &&
      dated.test(previous.text) &&
      !ownDeal.test(previous.text) &&
      previous.text.length < 16;
    const begins = alone ? previous : piece;
    if (
      told &&
      ownDeal.test(piece.text) &&
      begins.start > from &&
      (dated.test(begins.text) || names(piece, organizations))
    ) {
      deals.push({ text: text.slice(from - start, begins.start - start), start: from });
      from = begins.start;
    }
    told ||= ownDeal.test(piece.text);
  }
  deals.push({ text: text.slice(from - start), start: from });
  return deals;
}

/** Does the piece name a company of its own before its verb? */
function names(piece: Piece, organizations: readonly string[]): boolean {
  const found = verb.exec(piece.text);
  if (!found || found[0] === '领投' || /^(?:本|该|此|其|并|也|还|且|公司|由|据|目前)/.test(piece.text.trim()))
    return false;
  return companyName(piece.text.slice(0, found.index), piece.start, organizations) !== null;
}
