import { ListPage, type ListProps, listMetadata, readList } from '@/app/list-page';
import { indicatorWords } from '@/i18n/indicators';
import { indicators } from '@/lists/indicators/definition';
import { Section } from '@/ui/section';
import { ThemeList } from './theme-list';

export const generateMetadata = (props: ListProps) => listMetadata(indicators, props);

/** Every indicator by theme, with its newest value; each leads to the page with all of its values. */
export default async function IndicatorsPage(props: ListProps) {
  const { lang, list, rows } = await readList(indicators, props, async (_, page) => page);
  const themes = [...new Map(rows.map(({ theme }) => [theme.key, theme])).values()].map((theme) => ({
    ...theme,
    indicators: rows.filter((row) => row.theme.key === theme.key),
  }));
  return (
    <ListPage lang={lang} definition={indicators} list={list}>
      <nav className="small-links" aria-label={indicatorWords[lang].contents}>
        {themes.map(({ key, name, indicators: own }) => (
          <a key={key} href={`#theme-${key}`}>
            {name[lang]} <span className="tabular text-muted">{own.length}</span>
          </a>
        ))}
      </nav>
      {themes.map(({ key, name, indicators: own }) => (
        <Section key={key} id={`theme-${key}`} title={name[lang]}>
          <ThemeList lang={lang} caption={name[lang]} indicators={own} />
        </Section>
      ))}
    </ListPage>
  );
}
