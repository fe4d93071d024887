import { notFound } from 'next/navigation';
import { editionOfRequest } from '@/app/asking';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { findFormDraft } from '@/editorial/form-drafts';
import { deskWords } from '@/i18n/desk';
import { kindName } from '@/i18n/overview';
import { formOutcomes, formWords } from '@/i18n/record-form';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { isFormKind } from '../form-kinds';
import { RecordForm } from '../record-form';

export const generateMetadata = metadataInLanguage<{ kind: string }>(async ({ lang, kind }) => {
  if (!isFormKind(kind)) return {};
  const title = formWords[lang].newRecord(kindName(kind, lang));
  return pageMetadata({
    lang,
    path: `/editor/records/${kind}`,
    title,
    description: formWords[lang].description,
    hidden: true,
  });
});

/** Enters a new record of a kind. */
export default pageInLanguage<{ kind: string }>(async function NewRecordPage({ lang, kind, searchParams }) {
  if (!isFormKind(kind)) notFound();
  const search = searchOf(await searchParams);
  const path = `/editor/records/${kind}`;
  const asked = search.get('draft');
  const person = await personWho(
    'propose',
    lang,
    asked === null ? path : `${path}?draft=${Number(asked) || 0}`,
  );
  const draft = asked === null ? null : await findFormDraft(clients().current, person.id, Number(asked));
  const words = formWords[lang];
  return (
    <Page
      lang={lang}
      path={path}
      title={words.newRecord(kindName(kind, lang))}
      description={words.description}
      steps={[
        { label: deskWords[lang].title, path: '/editor' },
        { label: words.all, path: '/editor/records' },
      ]}
      edition={await editionOfRequest()}
    >
      <Said>{formOutcomes[search.get('said') ?? '']?.[lang]}</Said>
      <RecordForm
        lang={lang}
        person={person}
        kind={kind}
        slug=""
        baseVersion={0}
        entries={draft?.kind === kind ? draft.entries : {}}
        draft={draft?.kind === kind ? draft : null}
        check={search.get('check') === '1'}
        proposal={search.get('proposal')}
      />
    </Page>
  );
});
