import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { secondHandOf, surestKind } from '@/domain/evidence';
import { groupNames } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { type Comparison, comparePath } from './comparison';
import { findingOf } from './finding';
import type { Cell } from './subject-kind';
import { subjectKinds } from './subject-kinds';
import { missingText, valueText } from './text';

const licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: '大模型产业图谱 · AI Landscape',
};

/** The comparison as JSON: numbers in units, the sources of every cell, the state in full, and what may be done with it. */
export function jsonOf(comparison: Comparison, lang: Lang, site: string) {
  const { state, subjects, edition, published } = comparison;
  const { page } = subjectKinds[state.kind];
  return {
    language: lang,
    edition,
    published: published?.toISOString() ?? null,
    link: `${site}${href(lang, comparePath(state))}`,
    state,
    finding: findingOf(comparison, lang),
    subjects: subjects.map(({ slug, name }) => ({
      slug,
      name: name[lang],
      link: `${site}${href(lang, page(slug))}`,
    })),
    dimensions: comparison.groups.flatMap(({ key, rows }) =>
      rows.map(({ dimension, cells, differs }) => ({
        key: dimension.key,
        group: { key, label: groupNames[key][lang] },
        label: dimension.label[lang],
        note: dimension.note?.[lang] ?? null,
        type: dimension.kind,
        unit: dimension.unit,
        better: dimension.better,
        differs,
        cells: cells.map((cell, at) => ({ subject: subjects[at]?.slug, ...cellJson(cell, lang, site) })),
      })),
    ),
    licence,
  };
}

function cellJson(cell: Cell, lang: Lang, site: string) {
  if (cell.value === null) {
    return {
      value: null,
      missing: cell.missing,
      text: missingText(cell.missing, lang),
      kind: null,
      secondHand: null,
      sources: [],
    };
  }
  return {
    value: valueJson(cell.value, lang, site),
    missing: null,
    text: valueText(cell.value, lang),
    kind: surestKind(cell.evidence),
    secondHand: secondHandOf(cell.evidence),
    sources: cell.evidence.map((each) => sourceJson(each, lang)),
  };
}

function valueJson(value: NonNullable<Cell['value']>, lang: Lang, site: string) {
  if (value.kind === 'names') {
    return value.of.map(({ name, path, detail }) => ({
      name: name[lang],
      link: path === null ? null : `${site}${href(lang, path)}`,
      detail: detail?.[lang] ?? null,
    }));
  }
  return value.kind === 'words' ? value.of.map((text) => text[lang]) : value.of;
}

function sourceJson({ source, kind, locator, seen, doubt, stated }: Evidence, lang: Lang) {
  return {
    slug: source.slug,
    title: source.title,
    publisher: source.publisher,
    url: source.url,
    via: source.via,
    carrier: source.carrier,
    published: source.published,
    locator,
    kind,
    seen,
    stated,
    doubt: doubt?.[lang] ?? null,
  };
}
