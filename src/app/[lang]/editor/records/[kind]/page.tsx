import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { editionOfRequest } from '@/app/asking';
import { pageMetadata } from '@/app/page-metadata';
import { type PageQuery, searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import { isLang } from '@/domain/bilingual';
import { findFormDraft } from '@/editorial/form-drafts';
import { deskWords } from '@/i18n/desk';
import { recordKindNames } from '@/i18n/overview';
import { formOutcomes, formWords } from '@/i18n/record-form';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { isFormKind } from '../form-kinds';
import { RecordForm } from '../record-form';

type Props = { params: Promise<{ lang: string; kind: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, kind } = await params;
  if (!isLang(lang) || !isFormKind(kind)) return {};
  const names = recordKindNames[kind];
  const title = formWords[lang].newRecord(lang === 'zh' ? names.zh : names.one);
  return pageMetadata({
    lang,
    path: `/editor/records/${kind}`,
    title,
    description: formWords[lang].description,
    hidden: true,
  });
}

/** Enters a new record of a kind. */
export default async function NewRecordPage({ params, searchParams }: Props) {
  const { lang, kind } = await params;
  if (!isLang(lang) || !isFormKind(kind)) notFound();
  const search = searchOf(await searchParams);
  const path = `/editor/records/${kind}`;
  const asked = search.get('draft');
  const person = await personWho(
    'propose',
    lang,
    asked === null ? path : `${path}?draft=${Number(asked) || 0}`,
  );
  const draft = asked === null ? null : await findFormDraft(clients().current, person.id, Number(asked));
  const names = recordKindNames[kind];
  const words = formWords[lang];
  return (
    <Page
      lang={lang}
      path={path}
      title={words.newRecord(lang === 'zh' ? names.zh : names.one)}
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
}
