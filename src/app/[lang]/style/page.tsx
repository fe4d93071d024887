import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import type { Lang } from '@/domain/bilingual';
import {
  cssColour,
  data,
  heat,
  layerColours,
  roundFamilyColours,
  tierColours,
  vendorColour,
  vendorsWithFixedColour,
} from '@/domain/palette';
import { evidenceWords } from '@/i18n/evidence';
import { formatCount, formatNumber, formatParameters } from '@/i18n/numbers';
import { parts } from '@/i18n/parts';
import { style } from '@/i18n/style';
import { LayerBadge, TierBadge, VendorBadge } from '@/ui/badges';
import { ChartFrame } from '@/ui/chart-frame';
import { type Column, DataTable } from '@/ui/data-table';
import { DefinitionList } from '@/ui/definition-list';
import { Disclosure } from '@/ui/disclosure';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FacetList } from '@/ui/facet-list';
import { FindingLine } from '@/ui/finding-line';
import { CloseMatches } from '@/ui/missing';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { RangeBar } from '@/ui/range-bar';
import { RangeText } from '@/ui/range-text';
import { Section } from '@/ui/section';
import { StatLine, StatRow } from '@/ui/stat-line';
import { Swatch } from '@/ui/swatch';
import { Tag, TagRow } from '@/ui/tag';
import { Timeline } from '@/ui/timeline';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { sampleEvidence, sampleVendors } from './samples';

type Vendor = (typeof sampleVendors)[number];

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = style[lang];
  return pageMetadata({ lang, path: '/style', title, description, hidden: true });
});

function yuan(lang: Lang): (value: number) => string {
  return (value) => (lang === 'zh' ? `${formatCount(lang, value)}元` : `¥${formatCount(lang, value)}`);
}

function columns(lang: Lang, prefix: string): Column<Vendor>[] {
  const words = style[lang];
  return [
    {
      key: 'vendor',
      header: words.vendor,
      cell: (row) => <VendorBadge slug={row.slug} name={row.name[lang]} href="#table" />,
      sort: { href: '#table', direction: 'ascending' },
    },
    {
      key: 'model',
      header: words.model,
      cell: (row) => (
        <Value
          evidence={
            <EvidenceMark lang={lang} id={`${prefix}-model-${row.slug}`} evidence={sampleEvidence.claimed} />
          }
        >
          {row.model}
        </Value>
      ),
    },
    {
      key: 'parameters',
      header: words.parameters,
      label: words.parameters,
      align: 'end',
      cell: (row) => (
        <Value
          evidence={
            <EvidenceMark
              lang={lang}
              id={`${prefix}-parameters-${row.slug}`}
              evidence={row.slug === 'huawei' ? sampleEvidence.disputed : sampleEvidence.estimated}
              disputed={row.slug === 'huawei'}
            />
          }
        >
          {formatParameters(lang, row.parameters)}
        </Value>
      ),
      sort: { href: '#table', direction: null },
    },
    { key: 'tier', header: words.tier, cell: (row) => <TierBadge lang={lang} tier={row.tier} /> },
    { key: 'layer', header: words.layer, cell: (row) => <LayerBadge lang={lang} layer={row.layer} /> },
    {
      key: 'amount',
      header: words.amount,
      align: 'end',
      cell: (row) => <RangeText lang={lang} min={row.min} max={row.max} format={yuan(lang)} />,
    },
    {
      key: 'range',
      header: words.range,
      cell: (row) =>
        row.min === null ? (
          <Unknown lang={lang} why="undisclosed" />
        ) : (
          <RangeBar
            lang={lang}
            min={row.min}
            max={row.max}
            full={1e9}
            format={yuan(lang)}
            colour={vendorColour(row.slug)}
          />
        ),
    },
  ];
}

/** Stands in for a chart: five bars with the direct labels that charts here have. */
function Bars({ lang }: { lang: Lang }) {
  const bars = [
    [9, 4, 11],
    [6, 5, 3],
    [4, 6, 2],
    [3, 2, 7],
    [2, 3, 1],
  ];
  return (
    <svg viewBox="0 0 640 190" width="640" height="190" role="img" aria-label={style[lang].chartTitle}>
      {sampleVendors.map((vendor, row) => {
        const [general = 0, task = 0, industry = 0] = bars[row] ?? [];
        const y = 8 + row * 36;
        const step = 20;
        return (
          <g key={vendor.slug} fontSize="13" fill="var(--color-ink)">
            <text x="0" y={y + 15}>
              {vendor.name[lang]}
            </text>
            <rect x="90" y={y} width={general * step} height="20" fill={cssColour(tierColours.general)} />
            <rect
              x={91 + general * step}
              y={y}
              width={task * step}
              height="20"
              fill={cssColour(tierColours.task)}
            />
            <rect
              x={92 + (general + task) * step}
              y={y}
              width={industry * step}
              height="20"
              fill={cssColour(tierColours.industry)}
            />
            <text x={98 + (general + task + industry) * step} y={y + 15} fill="var(--color-muted)">
              {general + task + industry}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Colours({ lang }: { lang: Lang }) {
  const groups = [
    vendorsWithFixedColour.map((slug) => [slug, vendorColour(slug)] as const),
    Object.entries(tierColours),
    Object.entries(layerColours),
    Object.entries(roundFamilyColours),
    Object.entries(data),
  ];
  return (
    <div className="grid gap-3">
      {groups.map((group) => (
        <p key={group[0]?.[0]} className="flex flex-wrap gap-x-4 gap-y-1 text-small">
          {group.map(([name, colour]) => (
            <span key={name} className="badge">
              <Swatch colour={colour} />
              {name}
            </span>
          ))}
        </p>
      ))}
      <p className="flex text-small">
        {heat.map((step, at) => (
          <span
            key={step.fill.variable}
            className="grid size-12 place-items-center"
            style={{ background: cssColour(step.fill), color: cssColour(step.text) }}
          >
            {formatNumber(lang, at + 1)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Every part of `src/ui` with made-up data: for contributors, not linked for readers. */
export default pageInLanguage(async function StylePage({ lang }) {
  const words = style[lang];
  const mark = (name: keyof typeof sampleEvidence, id: string) => (
    <EvidenceMark lang={lang} id={id} evidence={sampleEvidence[name]} disputed={name === 'disputed'} />
  );
  return (
    <Page
      lang={lang}
      path="/style"
      title={words.title}
      description={words.description}
      steps={[{ label: words.vendor, path: '/vendors' }]}
      edition={12}
    >
      <Section id="figures" title={words.figures} more={<a href="#table">{words.table}</a>}>
        <StatRow>
          <StatLine figure={formatNumber(lang, 96)} label={words.vendorsCounted} />
          <StatLine
            figure="148"
            unit={words.models}
            label={words.model}
            evidence={mark('measured', 'stat-models')}
          />
          <StatLine
            figure={lang === 'zh' ? '12.6' : '¥1.26'}
            unit={lang === 'zh' ? '亿元' : 'bn'}
            label={words.raised}
            note={words.raisedNote}
            evidence={mark('estimated', 'stat-raised')}
          />
        </StatRow>
      </Section>

      <Section id="marks" title={words.marks} note={words.marksNote}>
        <p className="flex flex-wrap gap-x-8 gap-y-2">
          {(Object.keys(sampleEvidence) as (keyof typeof sampleEvidence)[]).map((name) => (
            <Value key={name} evidence={mark(name, `mark-${name}`)}>
              {evidenceWords[lang][name]}
            </Value>
          ))}
        </p>
      </Section>

      <Section id="table" title={words.table} note={words.tableNote}>
        <DataTable
          caption={words.table}
          captionHidden
          columns={columns(lang, 'wide')}
          rows={sampleVendors}
          rowKey={(row) => row.slug}
          total={[{ key: 'total', cells: [words.total, null, null, null, null, yuan(lang)(1.1e9), null] }]}
        />
      </Section>
      <Section id="stacked" level={3} title={words.stacked}>
        <DataTable
          caption={words.stacked}
          captionHidden
          columns={columns(lang, 'stacked')}
          rows={sampleVendors.slice(0, 2)}
          rowKey={(row) => row.slug}
          stack
        />
      </Section>

      <Section id="chart" title={words.chart}>
        <div className="columns">
          <ChartFrame
            lang={lang}
            id="chart-sample"
            level={3}
            title={words.chartTitle}
            question={words.chartQuestion}
            picture={<Bars lang={lang} />}
            finding={words.finding}
            source="产业家 2023-03"
            link="#chart"
            table={
              <DataTable
                caption={words.chartQuestion}
                columns={columns(lang, 'chart').slice(0, 3)}
                rows={sampleVendors}
                rowKey={(row) => row.slug}
              />
            }
          />
          <FindingLine>
            {words.finding}
            {mark('doubted', 'finding')}
          </FindingLine>
        </div>
      </Section>

      <Section id="profile" title={words.profile}>
        <div className="columns">
          <DefinitionList
            items={[
              { term: words.founded, value: <Value evidence={mark('claimed', 'founded')}>2019-06</Value> },
              { term: words.platform, value: <a href="#profile">PaddlePaddle</a> },
              {
                term: words.modalities,
                value: (
                  <TagRow>
                    <Tag>text</Tag>
                    <Tag>image</Tag>
                    <Tag href="#profile">audio</Tag>
                  </TagRow>
                ),
              },
              { term: words.funding, value: <Unknown lang={lang} why="undisclosed" /> },
              { term: words.parameters, value: <Unknown lang={lang} why="not-applicable" /> },
            ]}
          />
          <Timeline
            entries={sampleVendors.slice(0, 3).map((vendor, at) => ({
              key: vendor.slug,
              date: `2023-0${at + 1}-15`,
              dateTime: `2023-0${at + 1}-15`,
              title: <a href="#profile">{vendor.model}</a>,
              detail: vendor.name[lang],
            }))}
          />
        </div>
      </Section>

      <Section id="filters" title={words.filters}>
        <Notice
          lang={lang}
          problems={[
            {
              parameter: 'tier',
              value: 'huge',
              why: lang === 'zh' ? '没有这个层级' : 'is not a tier',
              allowed: 'general, task, industry',
            },
          ]}
        />
        <FacetList
          lang={lang}
          facets={[
            {
              key: 'tier',
              label: words.tier,
              options: (['general', 'task', 'industry'] as const).map((tier, at) => ({
                key: tier,
                label: parts[lang][tier],
                href: '#filters',
                count: 12 + at,
                active: at === 1,
                colour: tierColours[tier],
              })),
            },
            {
              key: 'vendor',
              label: words.vendor,
              options: sampleVendors.map((vendor) => ({
                key: vendor.slug,
                label: vendor.name[lang],
                href: '#filters',
                count: 3,
              })),
            },
          ]}
        />
      </Section>

      <Section id="running" title={words.running}>
        <div className="prose">
          <p>
            {words.runningText} <a href="#running">{words.running}</a>
          </p>
          <Disclosure summary={words.profile}>
            <p>{words.runningText}</p>
          </Disclosure>
        </div>
      </Section>

      <Section id="colours" title={words.colours}>
        <Colours lang={lang} />
      </Section>

      <Section id="missing" title={words.missing}>
        <CloseMatches
          lang={lang}
          asked="baido"
          matches={[
            { path: '/vendors/baidu', name: sampleVendors[0].name[lang], kind: words.vendor },
            { path: '/vendors/baichuan', name: 'Baichuan', kind: words.vendor },
          ]}
        />
      </Section>
    </Page>
  );
});
