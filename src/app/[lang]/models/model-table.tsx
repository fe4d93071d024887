import type { ModelInFull } from '@/database/queries/models-in-full';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { modelWords } from '@/i18n/models';
import { formatParameters } from '@/i18n/numbers';
import { accessNames, modalityNames } from '@/records/model/book';
import { TierBadge, VendorBadge } from '@/ui/badges';
import { type Column, DataTable } from '@/ui/data-table';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';
import { type ModelState, modelsPath } from './model-state';

type Props = {
  lang: Lang;
  models: readonly ModelInFull[];
  /** Heads that sort, for the list; without it the order is fixed. */
  state?: ModelState;
  /** Leave the vendor out where it is the same for all. */
  ofOneVendor?: boolean;
  caption?: string;
};

/** Models, one a row. */
export function ModelTable({ lang, models, state, ofOneVendor = false, caption }: Props) {
  const words = modelWords[lang];
  const sortedBy = (sort: ModelState['sort'], direction: 'ascending' | 'descending') =>
    state === undefined
      ? {}
      : {
          sort: {
            href: href(lang, modelsPath({ ...state, sort })),
            direction: state.sort === sort ? direction : null,
          },
        };
  const columns: Column<ModelInFull>[] = [
    {
      key: 'name',
      header: words.name,
      ...sortedBy('name', 'ascending'),
      cell: ({ id, slug, name, memberOf, evidence }) => (
        <>
          <Value
            evidence={
              <EvidenceMark lang={lang} id={`model-${id}`} evidence={evidence} inFull={`/models/${slug}`} />
            }
          >
            <a href={href(lang, `/models/${slug}`)}>{name[lang]}</a>
          </Value>
          {memberOf === null ? null : (
            <span className="block text-muted text-small">{memberOf.name[lang]}</span>
          )}
        </>
      ),
    },
    {
      key: 'vendor',
      header: words.vendor,
      ...sortedBy('vendor', 'ascending'),
      cell: ({ vendor }) => (
        <VendorBadge
          slug={vendor.slug}
          name={vendor.name[lang]}
          href={href(lang, `/vendors/${vendor.slug}`)}
        />
      ),
    },
    {
      key: 'tier',
      header: words.tier,
      cell: ({ tier }) => <TierBadge lang={lang} tier={tier} />,
    },
    {
      key: 'industries',
      header: words.industry,
      cell: ({ industries, tier }) =>
        industries.length === 0 ? (
          // A general model has no industry; of an industry model it is not known.
          tier === 'industry' ? (
            <Unknown lang={lang} why="unknown" />
          ) : (
            <span className="nothing">—</span>
          )
        ) : (
          industries.map(({ slug, name }, at) => (
            <span key={slug}>
              {at === 0 ? '' : lang === 'zh' ? '、' : ', '}
              <a href={href(lang, `/industries/${slug}`)}>{name[lang]}</a>
            </span>
          ))
        ),
    },
    {
      key: 'modalities',
      header: words.modality,
      cell: ({ modalities }) =>
        modalities.length === 0 ? (
          <Unknown lang={lang} why="unknown" />
        ) : (
          joinList(
            lang,
            modalities.map((each) => modalityNames[each][lang]),
          )
        ),
    },
    {
      key: 'parameters',
      header: words.parameters,
      align: 'end',
      ...sortedBy('parameters', 'descending'),
      cell: ({ parameters }) =>
        parameters === null ? <Unknown lang={lang} why="unknown" /> : formatParameters(lang, parameters),
    },
    {
      key: 'access',
      header: words.access,
      cell: ({ access }) =>
        access.length === 0 ? (
          <Unknown lang={lang} why="unknown" />
        ) : (
          joinList(
            lang,
            access.map((each) => accessNames[each][lang]),
          )
        ),
    },
    {
      key: 'released',
      header: words.released,
      ...sortedBy('released', 'descending'),
      cell: ({ released }) =>
        released === null ? (
          <Unknown lang={lang} why="unknown" />
        ) : (
          <PartialTime lang={lang} date={released} />
        ),
    },
  ];
  // A column in which nothing is known says nothing; the page of each model says that it is unknown.
  const telling: Record<string, boolean> = {
    vendor: !ofOneVendor,
    tier: !ofOneVendor || new Set(models.map(({ tier }) => tier)).size > 1,
    industries: models.some(({ industries }) => industries.length > 0),
    parameters: models.some(({ parameters }) => parameters !== null),
    released: models.some(({ released }) => released !== null),
    modalities: models.some((model) => model.modalities.length > 0),
    access: models.some(({ access }) => access.length > 0),
  };
  const wanted = state?.columns ?? [];
  const isShown = (key: string) =>
    wanted.length === 0 ? (telling[key] ?? true) : key === 'name' || wanted.includes(key);
  return (
    <DataTable
      caption={caption ?? words.caption}
      captionHidden
      stack
      sparse
      columns={columns.filter(({ key }) => isShown(key))}
      rows={models}
      rowKey={({ slug }) => slug}
    />
  );
}
