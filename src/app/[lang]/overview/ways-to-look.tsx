import type { ReactNode } from 'react';
import { evidenceTogether } from '@/compare/evidence-together';
import type { WaysOfLooking } from '@/database/queries/ways-of-looking';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { overview } from '@/i18n/overview';
import { layerNames } from '@/records/layer/book';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Section } from '@/ui/section';

/** The author's way of looking in three lines, each with the page that goes on from it. */
export function WaysToLook({ lang, ways }: { lang: Lang; ways: WaysOfLooking }) {
  const words = overview[lang];
  const thesis = (slug: string, path: string, link: string) => {
    const found = ways.theses.find((each) => each.slug === slug);
    return found ? (
      <Line
        lang={lang}
        id={slug}
        title={found.title[lang]}
        text={found.text[lang]}
        evidence={found.evidence}
        path={path}
        link={link}
      />
    ) : null;
  };
  const layers = ways.layers.map(({ slug, organizations }) =>
    words.layerCount(layerNames[slug][lang], organizations),
  );
  return (
    <Section id="looking" title={words.looking} note={words.lookingNote}>
      <dl className="overview-ways">
        {thesis('general-plus-industry', '/method', words.toMethod)}
        {layers.length === 0 ? null : (
          <Line
            lang={lang}
            id="layers"
            title={words.layersTitle}
            text={joinList(lang, layers)}
            evidence={evidenceTogether(ways.layers.map(({ evidence }) => evidence))}
            path="/value-chain"
            link={words.toValueChain}
          />
        )}
        {thesis('bottlenecks', '/indicators', words.toIndicators)}
      </dl>
    </Section>
  );
}

type LineProps = {
  lang: Lang;
  id: string;
  title: string;
  text: ReactNode;
  evidence: readonly Evidence[];
  path: string;
  link: string;
};

function Line({ lang, id, title, text, evidence, path, link }: LineProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {text}
        <EvidenceMark lang={lang} id={`way-${id}`} evidence={evidence} />{' '}
        <a className="whitespace-nowrap" href={href(lang, path)}>
          {link} →
        </a>
      </dd>
    </div>
  );
}
