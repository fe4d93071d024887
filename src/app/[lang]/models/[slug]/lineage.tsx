import type { ModelInLineage } from '@/database/queries/lineage-of-model';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { TierBadge } from '@/ui/badges';

type Props = {
  lang: Lang;
  /** The whole tree, parents before children. */
  tree: readonly ModelInLineage[];
  /** The slug of the model whose page this is. */
  here: string;
};

/** The family tree of a model, as lists within lists. */
export function Lineage({ lang, tree, here }: Props) {
  return <Branch lang={lang} tree={tree} here={here} parent={null} />;
}

function Branch({ lang, tree, here, parent }: Props & { parent: string | null }) {
  const children = tree.filter((model) => model.parent === parent);
  if (children.length === 0) return null;
  return (
    <ul className={parent === null ? 'text-table' : 'ms-2 border-rule border-s ps-4'}>
      {children.map(({ slug, name, vendor, tier }) => (
        <li key={slug} className="py-0.5">
          <span className="flex flex-wrap items-baseline gap-x-3">
            {slug === here ? (
              <strong aria-current="page">{name[lang]}</strong>
            ) : (
              <a href={href(lang, `/models/${slug}`)}>{name[lang]}</a>
            )}
            <TierBadge lang={lang} tier={tier} />
            <span className="text-muted text-small">{vendor.name[lang]}</span>
          </span>
          <Branch lang={lang} tree={tree} here={here} parent={slug} />
        </li>
      ))}
    </ul>
  );
}
