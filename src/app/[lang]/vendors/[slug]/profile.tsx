import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { OrganizationInFull } from '@/database/queries/organization-in-full';
import type { Lang } from '@/domain/bilingual';
import { placeOf } from '@/domain/place';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { marks, otherLang } from '@/i18n/marks';
import { vendorWords } from '@/i18n/vendor';
import { countryName } from '@/i18n/vendors';
import { organizationKindNames, organizationRoleNames } from '@/records/organization/book';
import { LayerBadge } from '@/ui/badges';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';

/** Who it is: names, kind, place, what it does, the layers that it stands on. */
export function Profile({ lang, organization }: { lang: Lang; organization: OrganizationInFull }) {
  const words = vendorWords[lang];
  const { name, aliases, kind, roles, place, country, homepage, business, layers, note } = organization;
  const marked = (field: string, value: React.ReactNode) => (
    <Value
      evidence={
        <EvidenceMark
          lang={lang}
          id={`profile-${field}`}
          evidence={evidenceForField(organization.evidence, field)}
        />
      }
    >
      {value}
    </Value>
  );
  const names = [...new Set([name[otherLang(lang)], ...aliases])].filter((each) => each !== name[lang]);
  const city = place === null ? undefined : placeOf(place)?.name[lang];
  const where = [city, country === null || country === 'CN' ? undefined : countryName(country)[lang]].filter(
    (each) => each !== undefined,
  );
  const inChina = where.length === 0 && country === 'CN' ? countryName('CN')[lang] : null;
  const items: (Definition | null)[] = [
    names.length === 0 ? null : { term: words.names, value: joinList(lang, names) },
    { term: words.kind, value: marked('kind', organizationKindNames[kind][lang]) },
    {
      term: words.roles,
      value: joinList(
        lang,
        roles.map((role) => organizationRoleNames[role][lang]),
      ),
    },
    {
      term: words.place,
      value:
        where.length > 0 || inChina !== null ? (
          marked('place', inChina ?? where.join(marks[lang].comma))
        ) : (
          <Unknown lang={lang} why="unknown" />
        ),
    },
    business === null ? null : { term: words.business, value: marked('business', business[lang]) },
    layers.length === 0
      ? null
      : {
          term: words.layers,
          value: (
            <span className="grid gap-y-1">
              {layers.map(({ layer, stated, records, note: noted, evidence }) => (
                <span key={layer}>
                  <a href={href(lang, `/value-chain#${layer}`)} className="no-underline">
                    <LayerBadge lang={lang} layer={layer} />
                  </a>
                  <EvidenceMark lang={lang} id={`layer-${layer}`} evidence={evidence} />
                  {stated ? null : (
                    <span className="ms-2 text-muted text-small">{words.layerDerived(records)}</span>
                  )}
                  {noted === null ? null : <span className="ms-2 text-muted text-small">{noted[lang]}</span>}
                </span>
              ))}
            </span>
          ),
        },
    homepage === null
      ? null
      : {
          term: words.homepage,
          value: (
            <a href={homepage} rel="noopener external">
              {homepage.replace(/^https?:\/\//, '')}
            </a>
          ),
        },
    note === null ? null : { term: words.note, value: marked('note', note[lang]) },
  ];
  return (
    <div className="max-w-text">
      <DefinitionList items={items.filter((item) => item !== null)} />
    </div>
  );
}
