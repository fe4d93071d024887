import { linear } from '@/domain/expression/linear';

const linked = linear(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/g);
const image = linear(/!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)/g);
const htmlTag = linear(/<\/?[a-z][^>]*>/gi);

/** A cell without the markup of Markdown and HTML: its text. Pictures (badges) say nothing. */
export function plainCell(cell: string): string {
  return cell
    .replaceAll(image, '')
    .replaceAll(linked, '$1')
    .replaceAll(htmlTag, ' ')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const address = linear(/https?:\/\/(?:[^\s()<>|，。；]|\([^\s()<>]*\))+/);
const lastMarks = linear(/[.,;:!?'"\]]+$/);

/** The first link in a cell, not that of a picture; null where there is none. Brackets that close inside it are its own. */
export function linkIn(cell: string): string | null {
  return address.exec(cell.replaceAll(image, ''))?.[0].replace(lastMarks, '') ?? null;
}

const bareAddress = linear(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:\/[^\s]*)?$/i);

/** The address of a site, also one without its scheme (www.example.com); null where the cell holds none. */
export function homepageIn(cell: string): string | null {
  const text = plainCell(cell);
  return linkIn(cell) ?? (bareAddress.test(text) ? `https://${text}` : null);
}

/** Nothing is said: —, 无, 不详, N/A. */
export function isNothing(cell: string): boolean {
  return /^(?:[-—–/\\.]*|无|空|不详|未知|暂无|n\/?a|null|none|unknown|tbd)$/i.test(cell.trim());
}

/** What a spreadsheet shows where it could not reckon, and what stands here for a formula that was never reckoned. */
export function isBroken(cell: string): boolean {
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|UNRECKONED)/.test(
    cell.trim(),
  );
}
