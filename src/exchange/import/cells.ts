import { linear } from '@/domain/expression/linear';

/** A name with the link that it carried. */
export interface LinkedName {
  name: string;
  url: string | null;
}

const markdownLinkToWeb = linear(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g);
const bracketLink = linear(/\[[^\]]+\]\([^)]*\)/g);
const outerMarks = linear(/^[-*•/|]+|[|/]+$/g);

/** [名称](https://…), one or several, also with text between; texts without a link are split where lists are. */
export function namesIn(cell: string): LinkedName[] {
  const links = [...cell.matchAll(markdownLinkToWeb)].map(([, name = '', url = '']) => ({
    name: name.trim(),
    url,
  }));
  const rest = cell.replaceAll(bracketLink, '\n');
  const names = rest
    .split(/[、；;\n]|，(?=\S)|,\s+|\s{2,}|<br\s*\/?>/)
    .flatMap((name) =>
      name.trim().replaceAll(outerMarks, '').trim() === '' ? [] : [{ name: name.trim(), url: null }],
    );
  return [...links, ...names];
}

const markdownLink = linear(/!?\[([^\]]*)\]\([^)]*\)/g);
const htmlTag = linear(/<[^>]+>/g);

/** A cell without the markup of Markdown and HTML: its text. */
export function plainCell(cell: string): string {
  return cell
    .replaceAll(markdownLink, '$1')
    .replaceAll(htmlTag, ' ')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The first link in a cell; null where there is none. */
export function linkIn(cell: string): string | null {
  return /https?:\/\/[^\s)\]，。；]+/.exec(cell)?.[0] ?? null;
}

/** Nothing is said: —, 无, 不详, N/A. */
export function isNothing(cell: string): boolean {
  return /^(?:[-—–/\\.]*|无|空|不详|未知|暂无|n\/?a|null|none|unknown|tbd)$/i.test(cell.trim());
}
