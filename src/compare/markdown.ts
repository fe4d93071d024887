import type { Lang } from '@/domain/bilingual';
import { compareWords, groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { marks, withBrackets } from '@/i18n/marks';
import { citedTitle } from '@/i18n/source-byline';
import { type Comparison, comparePath } from './comparison';
import { findingOf, headingOf } from './finding';
import type { Cell } from './subject-kind';
import { subjectKinds } from './subject-kinds';
import { missingText, valueText } from './text';

/** The comparison as a GitHub-flavoured Markdown table, with its finding, its sources as footnotes' list, and its link. */
export function markdownOf(comparison: Comparison, lang: Lang, site: string): string {
  const { subjects, groups, edition, state } = comparison;
  const words = compareWords[lang];
  const at = (path: string) => `${site}${href(lang, path)}`;
  const numbers = sourceNumbers(comparison, lang);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heads = subjects.map(
    ({ slug, name }) => `[${escaped(name[lang])}](${at(subjectKinds[state.kind].page(slug))})`,
  );
  const body = groups.flatMap(({ key, rows }) =>
    rows.length === 0
      ? []
      : [
          line([`**${escaped(groupNames[key][lang])}**`, ...subjects.map(() => '')]),
          ...rows.map(({ dimension, cells }) =>
            line([escaped(dimension.label[lang]), ...cells.map((cell) => cellText(cell, lang, at, numbers))]),
          ),
        ],
  );
  const link = at(comparePath(state));
  return [
    `# ${escaped(headingOf(comparison, lang))}`,
    '',
    escaped(findingOf(comparison, lang)),
    '',
    line([words.dimension, ...heads]),
    line(['---', ...subjects.map(() => '---')]),
    ...body,
    '',
    `## ${words.sources}`,
    '',
    ...[...numbers.values()].map(
      ({ number, title, url }) => `${number}. ${escaped(title)}${url === null ? '' : ` <${url}>`}`,
    ),
    '',
    `${words.editionLine(edition)} · CC BY 4.0 · <${link}>`,
    '',
  ].join('\n');
}

type Numbered = { number: number; title: string; url: string | null };

function sourceNumbers({ groups }: Comparison, lang: Lang): Map<string, Numbered> {
  const numbers = new Map<string, Numbered>();
  for (const { source } of groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ evidence }) => evidence)),
  )) {
    if (!numbers.has(source.slug)) {
      numbers.set(source.slug, {
        number: numbers.size + 1,
        title: citedTitle(source, lang),
        url: source.url,
      });
    }
  }
  return numbers;
}

function cellText(
  cell: Cell,
  lang: Lang,
  at: (path: string) => string,
  numbers: ReadonlyMap<string, Numbered>,
): string {
  if (cell.value === null) return `*${missingText(cell.missing, lang)}*`;
  const cited = [...new Set(cell.evidence.flatMap(({ source }) => numbers.get(source.slug)?.number ?? []))];
  const marks = cited.length === 0 ? '' : ` \\[${cited.sort((a, b) => a - b).join(', ')}\\]`;
  return `${valueMarkdown(cell.value, lang, at)}${marks}`;
}

function valueMarkdown(value: NonNullable<Cell['value']>, lang: Lang, at: (path: string) => string): string {
  if (value.kind !== 'names') return escaped(valueText(value, lang));
  return value.of
    .map(({ name, path, detail }) => {
      const text = path === null ? escaped(name[lang]) : `[${escaped(name[lang])}](${at(path)})`;
      if (!detail) return text;
      return withBrackets(lang, text, escaped(detail[lang]));
    })
    .join(marks[lang].list);
}

/** Text that Markdown takes for nothing but text, on one line of a table. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~&$]/g, '\\$&').replace(/\s+/g, ' ');
}
