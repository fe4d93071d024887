import type { ReactNode } from 'react';
import { sortedBy as sortedIn } from '@/app/list-page';
import { formatMoney } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { placeOf } from '@/domain/place';
import { href } from '@/i18n/href';
import { countryName, vendorList } from '@/i18n/vendors';
import { vendors } from '@/lists/vendors/definition';
import type { VendorState } from '@/lists/vendors/parameters';
import { organizationKindNames } from '@/records/organization/book';
import { LayerBadge, TierBadge, VendorBadge } from '@/ui/badges';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import type { VendorRow } from './vendor-rows';

/** Industries named in the list; the vendor's own page names all. */
const namedIndustries = 3;
const tiers = ['general', 'task', 'industry', 'unclassified'] as const;

/** Organizations, one a row. */
export function VendorTable({
  lang,
  rows,
  state,
}: {
  lang: Lang;
  rows: readonly VendorRow[];
  state: VendorState;
}) {
  const isShown = (key: string) =>
    state.columns.length === 0 || key === 'name' || key === 'evidence' || state.columns.includes(key);
  return (
    <div className="vendor-table">
      <DataTable
        caption={vendorList[lang].caption}
        captionHidden
        columns={columns(lang, state).filter(({ key }) => isShown(key))}
        rows={rows}
        rowKey={({ slug }) => slug}
        stack
        note={vendorList[lang].note}
      />
    </div>
  );
}

function columns(lang: Lang, state: VendorState): Column<VendorRow>[] {
  const words = vendorList[lang];
  const sortedBy = (sort: VendorState['sort'], direction: 'ascending' | 'descending') =>
    sortedIn(lang, vendors, state, sort, direction);
  return [
    {
      key: 'name',
      header: words.name,
      ...sortedBy('name', 'ascending'),
      cell: (row) => <Name lang={lang} row={row} />,
    },
    {
      key: 'kind',
      header: words.kindAndPlace,
      cell: (row) => (
        <>
          {organizationKindNames[row.kind][lang]}{' '}
          <span className="vendor-place">
            <Where lang={lang} row={row} />
          </span>
        </>
      ),
    },
    {
      key: 'layer',
      header: words.layer,
      cell: ({ layers }) =>
        layers.length === 0 ? (
          <Nothing />
        ) : (
          <span className="vendor-badges">
            {layers.map(({ layer, stated }) => (
              <LayerBadge key={layer} lang={lang} layer={layer} stated={stated} />
            ))}
          </span>
        ),
    },
    {
      key: 'models',
      header: words.models,
      label: words.modelsShort,
      ...sortedBy('models', 'descending'),
      cell: (row) => <Models lang={lang} row={row} />,
    },
    {
      key: 'industries',
      header: words.industries,
      width: '12rem',
      ...sortedBy('industries', 'descending'),
      cell: (row) => <Industries lang={lang} row={row} />,
    },
    {
      key: 'platforms',
      header: words.platforms,
      cell: ({ platforms }) =>
        platforms.length === 0 ? (
          <Nothing />
        ) : (
          platforms.map(({ name }) => name[lang]).join(lang === 'zh' ? '、' : ', ')
        ),
    },
    {
      key: 'funding',
      header: words.funding,
      ...sortedBy('funding', 'descending'),
      cell: (row) => <Money lang={lang} row={row} />,
    },
    {
      key: 'evidence',
      header: words.evidence,
      align: 'end',
      width: '4.5rem',
      cell: ({ id, slug, evidence }) => (
        <Value
          evidence={
            <EvidenceMark
              lang={lang}
              id={`vendor-${id}`}
              evidence={evidence}
              inFull={`/vendors/${slug}#sources`}
            />
          }
        >
          {words.sources(new Set(evidence.map(({ source }) => source.slug)).size)}
        </Value>
      ),
    },
  ];
}

type CellProps = { lang: Lang; row: VendorRow };

/** A dash on wide screens; on phones the whole line goes (vendors.css). */
function Nothing(): ReactNode {
  return <span className="vendor-nothing">—</span>;
}

function Name({ lang, row }: CellProps) {
  const other = row.name[lang === 'zh' ? 'en' : 'zh'];
  return (
    <>
      <VendorBadge slug={row.slug} name={row.name[lang]} href={href(lang, `/vendors/${row.slug}`)} />
      {other === row.name[lang] ? null : (
        <span className="vendor-other-name" lang={lang === 'zh' ? 'en' : 'zh-CN'}>
          {other}
        </span>
      )}
    </>
  );
}

function Where({ lang, row }: CellProps) {
  const place = row.place === null ? undefined : placeOf(row.place);
  if (place) return place.name[lang];
  if (row.country === null) return <Unknown lang={lang} why="unknown" />;
  return countryName(row.country)[lang];
}

function Models({ lang, row }: CellProps) {
  if (row.modelCount === 0) return <Nothing />;
  return (
    <span className="vendor-badges">
      {tiers.map((tier) =>
        row.models[tier] === 0 ? null : (
          <span key={tier} className="whitespace-nowrap">
            <TierBadge lang={lang} tier={tier === 'unclassified' ? null : tier} />{' '}
            <span className="value font-semibold">{row.models[tier]}</span>
          </span>
        ),
      )}
    </span>
  );
}

function Industries({ lang, row }: CellProps) {
  const { industries } = row;
  const words = vendorList[lang];
  if (industries.length === 0) return <Nothing />;
  return (
    <>
      {industries.slice(0, namedIndustries).map(({ slug, name }, at) => (
        <span key={slug}>
          {at === 0 ? null : lang === 'zh' ? '、' : ', '}
          <a href={href(lang, `/industries/${slug}`)} className="vendor-quiet-link">
            {name[lang]}
          </a>
        </span>
      ))}
      {industries.length > namedIndustries ? (
        <span className="text-muted">
          {lang === 'zh' ? ' ' : '; '}
          {words.moreIndustries(industries.length)}
        </span>
      ) : null}
    </>
  );
}

function Money({ lang, row }: CellProps) {
  const { total, id, moneyEvidence } = row;
  const words = vendorList[lang];
  if (row.raised.length === 0) return <Nothing />;
  const mark = (
    <EvidenceMark
      lang={lang}
      id={`vendor-${id}-money`}
      evidence={moneyEvidence}
      inFull={`/vendors/${row.slug}#funding`}
    />
  );
  if (total.counted === 0) {
    return (
      <Value evidence={mark}>
        <Unknown lang={lang} why={total.undisclosed > 0 ? 'undisclosed' : 'unknown'} />
      </Value>
    );
  }
  const notes = [
    total.atMost === null
      ? words.noCeiling
      : total.atMost === total.atLeast
        ? null
        : words.ceiling(formatMoney(total.atMost, 'CNY', lang)),
    total.undisclosed === 0 ? null : words.undisclosed(total.undisclosed),
  ].filter((note) => note !== null);
  return (
    <>
      <span className="whitespace-nowrap">
        <Value evidence={mark}>{formatMoney(total.atLeast, 'CNY', lang)}</Value>
      </span>
      {notes.length === 0 ? null : (
        <span className="vendor-money-note">{notes.join(lang === 'zh' ? '，' : ', ')}</span>
      )}
    </>
  );
}
