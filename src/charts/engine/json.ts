import type { Lang } from '@/domain/bilingual';
import { type Answer, chartPath } from './answer';
import { descriptionOf, tableOf } from './answer-table';
import { findingOf } from './finding';
import { countOf } from './left-out';

/** The chart as JSON: numbers in units, the state in full, where it comes from and what may be done with it. */
export function jsonOf(answer: Answer, lang: Lang, site: string) {
  const { chart, state, data, edition } = answer;
  const table = tableOf(answer, lang);
  return {
    chart: chart.slug,
    title: chart.question(state)[lang],
    finding: findingOf(answer, lang),
    description: descriptionOf(answer, lang),
    language: lang,
    edition,
    published: answer.published?.toISOString() ?? null,
    link: `${site}${lang === 'en' ? '/en' : ''}${chartPath(answer)}`,
    state,
    columns: table.columns.map(({ key, label, kind, unit }) => ({
      key,
      label: label[lang],
      type: kind,
      unit,
    })),
    rows: table.rows.map((row) =>
      Object.fromEntries(row.map((cell, at) => [table.columns[at]?.key ?? at, cell.value])),
    ),
    basis: data.basis.map((records) => records.map((record) => `${site}${record.path}`)),
    records: data.basis.map((records, at) => records.length + (data.more?.[at] ?? 0)),
    leftOut: data.leftOut.map((each) => ({ reason: each.reason[lang], records: countOf(each) })),
    notes: data.notes.map((note) => note[lang]),
    sources: answer.sources.map(
      ({ slug, title, publisher, url, via, carrier, published, kind, seen, records }) => ({
        slug,
        title,
        publisher,
        url,
        via: via ?? null,
        carrier: carrier ?? null,
        published,
        kind,
        seen,
        records,
      }),
    ),
    sourceCount: answer.sourceCount,
    licence: {
      name: 'CC BY 4.0',
      url: 'https://creativecommons.org/licenses/by/4.0/',
      attribution: '大模型产业图谱 · AI Landscape',
    },
  };
}
