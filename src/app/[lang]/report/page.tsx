import { headers } from 'next/headers';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { reportLength } from '@/editorial/report';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { reportOutcomes, reportWords } from '@/i18n/report';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { searchOf } from '../../page-query';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = reportWords[lang];
  return pageMetadata({ lang, path: '/report', title, description, hidden: true });
});

/** The page of ours that a reader came from, without the language; empty where the browser does not say. */
async function pageBefore(): Promise<string> {
  const sent = await headers();
  const referrer = sent.get('referer') ?? '';
  if (!URL.canParse(referrer)) return '';
  const { host, pathname, search } = new URL(referrer);
  if (host !== sent.get('host') || /\/report$/.test(pathname)) return '';
  return `${pathname.replace(/^\/en(?=\/|$)/, '') || '/'}${search}`;
}

/** Anyone reports an error on any figure, from its evidence mark. */
export default pageInLanguage(async function ReportPage({ lang, searchParams }) {
  const search = searchOf(await searchParams);
  const words = reportWords[lang];
  const page = search.get('page') ?? (await pageBefore());
  const mark = (search.get('mark') ?? '').replace(/[^\w-]/g, '');
  const said = search.get('said') ?? '';
  const shown = /^\/[\w\-./?=&~%]*$/.test(page) ? page : '/';
  return (
    <Page lang={lang} path="/report" title={words.title} description={words.description} steps={[]}>
      <Said>{reportOutcomes[said]?.[lang]}</Said>
      <p className="mb-4">
        {words.about}
        {marks[lang].colon}
        <a href={href(lang, mark === '' ? shown : `${shown}#${mark}`)}>{shown}</a>
      </p>
      {said === 'sent' ? null : (
        <form className="form" method="post" action="/api/reports">
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="page" value={shown} />
          <input type="hidden" name="mark" value={mark} />
          <Field id="text" label={words.text} hint={words.textHint}>
            <textarea
              id="text"
              name="text"
              rows={5}
              required
              minLength={reportLength.least}
              maxLength={reportLength.most}
              aria-describedby="text-hint"
            />
          </Field>
          <Field id="source" label={words.source} hint={words.sourceHint}>
            <input id="source" name="source" type="url" maxLength={2000} aria-describedby="source-hint" />
          </Field>
          <div className="form-do">
            <button type="submit" className="button">
              {words.send}
            </button>
          </div>
        </form>
      )}
    </Page>
  );
});
