import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { site } from '@/i18n/site';
import { publicUrl } from '../../public-url';
import type { MethodFacts } from './method-facts';

/** The whole data set as a citation: plain, GB/T 7714-2015, BibTeX. The date is the edition's, so the text stays the same. */
export function Citations({ lang, facts }: { lang: Lang; facts: MethodFacts }) {
  const { edition, published } = facts;
  const day = (published ?? new Date(0)).toISOString().slice(0, 10);
  const url = publicUrl() + href(lang, '/');
  const name = site[lang].name;
  const named = site[lang].edition(edition);
  const plain = lang === 'zh' ? `${name}，${named}，${day}，${url}` : `${name}, ${named}, ${day}, ${url}`;
  const standard = `${name}[DS/OL]. ${named}. (${day})[${day}]. ${url}.`;
  const bibtex = `@misc{ai-landscape-${edition},\n  title = {${name}},\n  edition = {${edition}},\n  year = {${day.slice(0, 4)}},\n  note = {CC BY 4.0},\n  url = {${url}}\n}`;
  return (
    <dl className="grid max-w-text gap-y-3 text-table">
      {[
        [lang === 'zh' ? '普通' : 'Plain', plain],
        ['GB/T 7714', standard],
        ['BibTeX', bibtex],
      ].map(([term, text]) => (
        <div key={term}>
          <dt className="text-muted text-small">{term}</dt>
          <dd>
            <pre className="m-0 whitespace-pre-wrap wrap-anywhere font-sans">{text}</pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
