import { notFound } from 'next/navigation';
import { editionOfRequest } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { findFormDraft } from '@/editorial/form-drafts';
import { formFieldsOf } from '@/editorial/record-fields';
import { entriesOf } from '@/editorial/record-form';
import { payloadsOf } from '@/editorial/record-payloads';
import { deskWords } from '@/i18n/desk';
import { printed } from '@/i18n/record-fields';
import { formOutcomes, formWords } from '@/i18n/record-form';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { isFormKind } from '../../form-kinds';
import { RecordForm } from '../../record-form';

export const generateMetadata = metadataInLanguage<{ kind: string; slug: string }>(
  async ({ lang, kind, slug }) => {
    const { edit, description } = formWords[lang];
    return pageMetadata({
      lang,
      path: `/editor/records/${kind}/${slug}`,
      title: edit(slug),
      description,
      hidden: true,
    });
  },
);

/** Changes a record. */
export default pageInLanguage<{ kind: string; slug: string }>(async function EditRecordPage({
  lang,
  kind,
  slug,
  searchParams,
}) {
  if (!isFormKind(kind)) notFound();
  const search = searchOf(await searchParams);
  const path = `/editor/records/${kind}/${slug}`;
  const asked = search.get('draft');
  const person = await personWho(
    'propose',
    lang,
    asked === null ? path : `${path}?draft=${Number(asked) || 0}`,
  );
  const { current } = clients();
  const record = await current.record.findUnique({ where: { kind_slug: { kind, slug } } });
  const payload = record ? (await payloadsOf(current, [{ id: record.id, kind }])).get(record.id) : null;
  if (!record || !payload) return <MissingPage lang={lang} path={path} asked={slug} />;
  const found = asked === null ? null : await findFormDraft(current, person.id, Number(asked));
  const draft = found?.kind === kind && found.slug === slug ? found : null;
  const words = formWords[lang];
  const name = printed(undefined, payload.name ?? payload.title ?? payload.person ?? slug, lang);
  const said = search.get('said') ?? '';
  return (
    <Page
      lang={lang}
      path={path}
      title={words.edit(name)}
      description={`${words.description} ${words.version(record.version)}`}
      steps={[
        { label: deskWords[lang].title, path: '/editor' },
        { label: words.all, path: '/editor/records' },
      ]}
      edition={await editionOfRequest()}
    >
      <Said>
        {said === 'not-merged' ? (search.get('why') ?? '').slice(0, 300) : formOutcomes[said]?.[lang]}
      </Said>
      <RecordForm
        lang={lang}
        person={person}
        kind={kind}
        slug={slug}
        baseVersion={record.version}
        entries={draft?.entries ?? entriesOf(formFieldsOf(kind), payload)}
        draft={draft}
        check={search.get('check') === '1'}
        proposal={search.get('proposal')}
      />
    </Page>
  );
});
