import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ModelInLineage, Tie } from '@/database/queries/lineage-of-model';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { href } from '@/i18n/href';
import { TierBadge } from '@/ui/badges';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Value } from '@/ui/value';

type Props = {
  lang: Lang;
  /** What ties them: membership of a family, or descent. */
  tie: Tie;
  /** The whole tree, parents before children. */
  tree: readonly ModelInLineage[];
  /** The slug of the model whose page this is. */
  here: string;
  /** What the sources say of each model, by slug. */
  evidence: ReadonlyMap<string, readonly Evidence[]>;
};

/** The family of a model, or its descent, as lists within lists. */
export function Lineage(props: Props) {
  return <Branch {...props} parent={null} />;
}

function Branch({ lang, tie, tree, here, evidence, parent }: Props & { parent: string | null }) {
  const children = tree.filter((model) => model.parent === parent);
  if (children.length === 0) return null;
  return (
    <ul className={parent === null ? 'text-table' : 'ms-2 border-rule border-s ps-4'}>
      {children.map(({ slug, name, vendor, tier }) => (
        <li key={slug} className="py-0.5">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <Value
              evidence={
                parent === null ? undefined : (
                  <EvidenceMark
                    lang={lang}
                    id={`${tie === 'memberOf' ? 'member' : 'lineage'}-${slug}`}
                    evidence={evidenceForField(evidence.get(slug), tie)}
                    inFull={slug === here ? undefined : `/models/${slug}`}
                  />
                )
              }
            >
              {slug === here ? (
                <strong aria-current="page">{name[lang]}</strong>
              ) : (
                <a href={href(lang, `/models/${slug}`)}>{name[lang]}</a>
              )}
            </Value>
            <TierBadge lang={lang} tier={tier} />
            <span className="text-muted text-small">{vendor.name[lang]}</span>
          </span>
          <Branch lang={lang} tie={tie} tree={tree} here={here} evidence={evidence} parent={slug} />
        </li>
      ))}
    </ul>
  );
}
