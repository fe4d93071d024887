import { CopyButton } from '@/app/[lang]/charts/[slug]/copy-button';
import { editionOfRequest } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { findShare } from '@/database/shares';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { publicUrl } from '@/linking/public-url';
import { Page } from '@/ui/page';
import '@/app/[lang]/charts/chart.css';

export const generateMetadata = metadataInLanguage<{ code: string }>(async ({ lang, code }) => {
  const { linkReady: title, linkReadyNote: description } = sharingWords[lang];
  return pageMetadata({ lang, path: `/s/${code}/link`, title, description, hidden: true });
});

/** Where a form that made a short link leads: the link, to be copied. */
export default pageInLanguage<{ code: string }>(async function LinkPage({ lang, code }) {
  const share = await findShare(code);
  if (!share) return <MissingPage lang={lang} path={`/s/${code}/link`} asked={code} />;
  const words = sharingWords[lang];
  const url = publicUrl() + href(lang, `/s/${code}`);
  return (
    <Page
      lang={lang}
      path={`/s/${code}/link`}
      title={words.linkReady}
      description={share.edition === null ? words.linkReadyNote : `${words.linkReadyNote}${words.pinNote}`}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <div className="share-field">
        <label htmlFor="link">{share.edition === null ? words.shortMade : words.pinMade}</label>
        <textarea id="link" readOnly rows={1} defaultValue={url} />
        <span className="share-field-do">
          <CopyButton
            from="link"
            words={{ copy: words.copy, copied: words.copied, notCopied: words.notCopied }}
          />
          <a href={href(lang, `/s/${code}`)}>{words.open} →</a>
        </span>
      </div>
    </Page>
  );
});
