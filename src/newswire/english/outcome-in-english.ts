import { linear } from '@/domain/expression/linear';
import type { FundingOutcome } from '@/domain/funding-outcome';

const deal =
  '(?:rais(?:e|ing|ed)|funding|financing|round|investment|capital|invest|acqui\\w*|buy(?:ing)?|takeover|deal|merger|IPO|stake|bid|valuation)';
const talks = linear(
  new RegExp(
    `\\b(?:in (?:early |advanced |late-stage |active |preliminary |final )?(?:talks|discussions|negotiations)|holds? talks|(?:is |are )?(?:near|close to|on the verge of)\\b(?! its| their)|nears|nearing|approach(?:es|ing)|seeks?|seeking|(?:plans?|planned|planning|looking|aims?|aiming|hopes?|hoping|intends?|expects?|expected|prepar(?:es?|ing)|wants?|set|slated|poised|about|trying|needs?) to|consider(?:s|ing)|mull(?:s|ing)?|weigh(?:s|ing)|eyes?|eyeing|explor(?:es|ing)|may|might|could|would|targets?|targeting|finalizing|discussing|negotiating|offers? to|offered to|files? for|filed for|filing for)\\b[^.;]{0,80}\\b${deal}`,
    'i',
  ),
);
const denied =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|refut(?:es|ed)|dismiss(?:es|ed)|rebuff(?:s|ed)|turn(?:s|ed) down|not for sale|no plans to)\b/i;
const cancelled =
  /\b(?:fails? to|failed to|scraps?|scrapped|abandons?|abandoned|calls? off|called off|terminat(?:es|ed)|withdr(?:aws|ew|awn)|walks? away|walked away|fall(?:s|en)? through|fell through|collapse[sd]|postpon(?:es|ed)|shelves|shelved|suspends?|suspended|pulls? out|backs? out|drops? plans?)\b/i;
const forbidden =
  /\b(?:block(?:s|ed)|bar(?:s|red)|prohibit(?:s|ed)|bans|banned|veto(?:es|ed))\b[^.;]{0,40}\b(?:acqui|deal|merger|takeover|purchase|investment|sale)/i;
const undone = linear(
  /\b(?:unwinds?|unwound|revers(?:es|ed)|undo(?:es|ne)?|ordered to divest|rescind(?:s|ed)|void(?:s|ed))\b[^.;]{0,40}\b(?:acqui|deal|merger|takeover|purchase|investment|sale)/i,
);
const reported =
  /- reports?$|\b(?:reportedly|rumou?red|sources? (?:say|said|told)|people familiar|according to (?:sources|people))\b/i;
const traps = linear(
  new RegExp(
    [
      '\\brais(?:es?|ed|ing) (?:prices?|concerns?|questions?|awareness|alarm|guidance|forecast|outlook|rates?|interest rates?|wages?|stakes|doubts?|fees|tariffs|dividend|target|the bar|eyebrows|money for charity|its (?:price|guidance|forecast|target))',
      'launch(?:es|ed) (?:a |an |its )?(?:new )?(?:\\$|US\\$|€|£)?[\\d.]+\\s?(?:m|b|million|billion)[\\w\\s-]{0,40} fund\\b(?!ing)',
      '\\b(?:closes?|closed|raises?|raised|clos(?:es|ed)) (?:on )?(?:(?:its|their|a|the|an|first|second|third|fourth|new|debut|latest|oversubscribed|[\\w$€£.]+) ){0,6}fund\\b(?!ing)',
      '\\b[Ff]und (?:I|II|III|IV|V|VI|\\d)\\b',
      '\\b(?:annual |quarterly |record )?revenues? (?:of|rose|grew|fell|jumped|hit|reached|climbed|surged|was)',
      '\\b(?:earnings|layoffs?|lays? off|laid off|buyback|share repurchase|bond sale|bond offering|loan facility|credit (?:line|facility)|stock offering|senior notes)\\b',
      '\\bwins? (?:a |an )?[\\w$. ]{0,30}(?:contract|order|deal)\\b',
      '\\bgrants? (?:from|of|to)\\b',
      '\\b(?:private equity|venture|investment) (?:firm|fund|giant)[^.;]{0,80}\\b(?:fund|vehicle)\\b(?!ing)',
      '\\bhaul for\\b',
      '\\b(?:spend|spending|invest|investing|commit|committed|pledged?|pours?) (?:\\w+ ){0,3}(?:\\$|€|£)[\\d.]+\\s?\\w+ (?:\\w+ ){0,3}(?:on|to build|to expand|to equity|in (?:data|new|its|the|AI|cloud|infrastructure|Texas|India|Japan|Europe|Germany|France))\\b',
      '\\b(?:has|have) (?:already )?committed\\b',
      '\\b(?:election|presidential|fundraising moment|charity|donors|ballot)\\b',
      '\\b(?:bid|lawsuit|sued|sues|fine|fined|settlement|salary|donat\\w+)\\b',
      '\\bstartups (?:raised|have raised|pulled|secured|attracted)\\b',
      '\\b(?:global|total) (?:venture )?(?:funding|investment) (?:in|for|reached|rose|fell|hit|totaled|totalled)\\b',
    ].join('|'),
  ),
);
/** Money for a fund, unless a round of a company is told of as well. */
const fundOfMoney = linear(
  /\b(?:[Vv]enture|[Dd]ebut|[Ff]lagship|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Nn]ew|[Ll]atest|[Rr]esearch|[Ii]nvestment|[Ee]quity|[Ii]nnovation|[Gg]rowth|[Oo]pportunity|[Ee]arly-stage|[Hh]edge|AI|China|[Cc]limate|[Cc]ommunity|[Ss]eed|[Ss]tartup|[Cc]redit|[Ii]nfrastructure) [Ff]und\b(?!ing|ed)(?![^.;]{0,60}\b(?:led|participated|joined|invested))/,
);
const ofCompany = /\b(?:series [a-h]|seed round|funding|round|led by)\b/i;
const trapsAnyCase =
  /\b(?:fed|central bank|analysts?) (?:raises?|raised)\b|\bdata cent(?:er|re)s?\b(?![^.;]{0,80}\b(?:startup|company|firm|developer|operator|raises?|raised|series))/i;
const history = linear(
  /\b(?:previously (?:raised|secured|closed|announced|received|invested)|earlier raised|had raised|last raised|has raised (?:a total|\$[\d.]+\s?\w+ (?:to date|in total|since|from investors))|(?:has|have|had) now raised|(?:has|have|had) (?:already )?raised [^.;,]{0,40}(?:to date|so far|in total|altogether)|since (?:its )?(?:inception|founding)|last round|total(?:s|ing|ling)? (?:funding )?(?:raised )?to date|brings? (?:its|the|their) total (?:funding|raised)|(?:months|years?|weeks) (?:ago|earlier|after it raised))\b/i,
);
const plainly =
  /\bled by\b|\b(?:has|have|had|just|today|it) (?:just |now |also |successfully |officially )?(?:raised|closed|secured|completed|landed|received|acquired|bought)\b|\b(?:raised|closed|secured|landed|bagged|nabbed|acquired)\b[^.;]{0,30}(?:\$|€|£|¥|RMB|USD|million|billion|series|seed|round)|\b(?:raises|closes|secures|completes|lands|bags|nets|nabs|snags|scores|acquires|announces|announced)\b/i;

const saysDone = linear(/\b(?:has|have) (?:\w+ )?(?:raised|closed|secured|announced|completed|landed)\b/i);

/** What a sentence says became of the round; 'history' and 'other' tell of no round of now. */
export function outcomeInEnglish(sentence: string): FundingOutcome | 'history' | 'other' {
  if (traps.test(sentence) || trapsAnyCase.test(sentence)) return 'other';
  if (fundOfMoney.test(sentence) && !ofCompany.test(sentence)) return 'other';
  if (forbidden.test(sentence)) return 'forbidden';
  if (undone.test(sentence)) return 'undone';
  if (denied.test(sentence)) return 'denied';
  if (cancelled.test(sentence)) return 'cancelled';
  if (/\b(?:is|are) raising\b/i.test(sentence)) return 'in-talks';
  const done = plainly.exec(sentence);
  const open = talks.exec(sentence);
  // '… has raised $5M and plans to expand its investment': what comes behind is what the money is for.
  // '…, looking to automate invoices, has closed a round': what lies between tells of the company.
  const within = open !== null && saysDone.test(open[0]);
  if (open && !within && (!done || open.index < done.index)) return 'in-talks';
  if (history.test(sentence)) return 'history';
  return reported.test(sentence) ? 'reported' : 'completed';
}
