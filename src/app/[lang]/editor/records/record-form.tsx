import { authSecret } from '@/accounts/secret';
import { ask } from '@/app/asking';
import type { Person } from '@/app/session';
import type { Lang } from '@/domain/bilingual';
import { may } from '@/domain/role';
import { draftKey, type FormDraft } from '@/editorial/form-drafts';
import { formFieldsOf } from '@/editorial/record-fields';
import type { FormEntries } from '@/editorial/record-form';
import { href } from '@/i18n/href';
import { formWords } from '@/i18n/record-form';
import type { RecordKind } from '@/records/record';
import { Field } from '@/ui/field';
import { Section } from '@/ui/section';
import { EffectsSection } from './effects';
import { FormAids } from './form-aids';
import { RecordInputs } from './record-inputs';
import { newSource, newSourceInputs, submittedRecords } from './record-submission';
import './records.css';

type Props = {
  lang: Lang;
  person: Person;
  kind: RecordKind;
  /** The record that is edited; '' for a new one. */
  slug: string;
  baseVersion: number;
  entries: FormEntries;
  draft: FormDraft | null;
  /** Show what publishing would change. */
  check: boolean;
  /** The waiting proposal that this form decides, as the address names it. */
  proposal: string | null;
};

/** A record's form: made from its schema, for new records and for changes alike. */
export async function RecordForm(props: Props) {
  const { lang, person, kind, slug, baseVersion, entries, draft, check, proposal } = props;
  const words = formWords[lang];
  const fields = formFieldsOf(kind).filter(({ name }) => slug === '' || name !== 'slug');
  const problems = draft?.problems ?? [];
  const loose = problems.filter(({ field }) => field === '');
  const base = draft?.baseVersion ?? baseVersion;
  const publishes = may(person.role, 'publish');
  const key = draftKey(await authSecret(), person.id, person.session);
  const sourced = fields.some(({ name }) => name === 'citations');
  const rehearsed = check
    ? await ask((facts) =>
        submittedRecords(facts, {
          kind,
          slug,
          baseVersion: base,
          entries,
          lang,
        }),
      )
    : null;
  return (
    <>
      {rehearsed === null ? null : (
        <EffectsSection
          lang={lang}
          draft={{ origin: 'form', note: { zh: '', en: '' }, records: rehearsed.records }}
        />
      )}
      <form
        id="record"
        className="form record-form"
        method="post"
        action="/api/records"
        autoComplete="off"
        data-aids=""
      >
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="base" value={base} />
        <input type="hidden" name="draft" defaultValue={draft?.id ?? ''} />
        {proposal === null ? null : <input type="hidden" name="proposal" value={Number(proposal) || 0} />}
        <input type="hidden" name="author" value={person.id} />
        <input type="hidden" name="key" value={key} />
        {slug === '' ? null : <input type="hidden" name="f.slug" value={slug} />}
        {loose.length === 0 ? null : (
          <div className="record-wrong" role="alert">
            {loose.map(({ reason }) => (
              <p key={reason.en}>{reason[lang]}</p>
            ))}
          </div>
        )}
        {sourced ? <NewSourceInputs lang={lang} entries={entries} /> : null}
        <RecordInputs lang={lang} fields={fields} entries={entries} problems={problems} />
        <Field id="note" label={words.note} hint={words.noteHint}>
          <input id="note" name="note" type="text" maxLength={500} aria-describedby="note-hint" />
        </Field>
        <FormAids lang={lang} />
        <div className="form-do">
          <button type="submit" className="button" name="do" value="publish">
            {publishes ? words.publish : words.propose}
          </button>
          {publishes ? (
            <button type="submit" className="button" name="do" value="propose">
              {words.propose}
            </button>
          ) : null}
          <button type="submit" className="button" name="do" value="check">
            {words.check}
          </button>
          <button type="submit" className="button" name="do" value="save">
            {words.save}
          </button>
          {draft === null ? null : (
            <button type="submit" className="button" name="do" value="discard">
              {words.discard}
            </button>
          )}
          {slug === '' ? null : (
            <button type="submit" className="button" name="do" value="retract" title={words.retractHint}>
              {words.retract}
            </button>
          )}
          {slug === '' ? null : <a href={href(lang, `/editor/history/${kind}/${slug}`)}>{words.history}</a>}
        </div>
      </form>
      {kind === 'organization' && slug !== '' && publishes ? <MergeForm lang={lang} from={slug} /> : null}
    </>
  );
}

/** A source that is not on record yet is entered with the record that rests on it. */
function NewSourceInputs({ lang, entries }: { lang: Lang; entries: FormEntries }) {
  const words = formWords[lang];
  const labels = {
    title: words.sourceTitle,
    url: words.sourceUrl,
    publisher: words.sourcePublisher,
    published: words.sourceDate,
  };
  return (
    <fieldset className="record-parts">
      <legend>{words.source}</legend>
      <p className="field-hint">{words.sourceNote}</p>
      <div className="record-source">
        {newSourceInputs.map((name) => (
          <Field key={name} id={`f.${newSource}${name}`} label={labels[name]}>
            <input
              id={`f.${newSource}${name}`}
              name={`f.${newSource}${name}`}
              type={name === 'url' ? 'url' : 'text'}
              defaultValue={entries[newSource + name] ?? ''}
              maxLength={1000}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

function MergeForm({ lang, from }: { lang: Lang; from: string }) {
  const words = formWords[lang];
  return (
    <Section id="merge" title={words.mergeTitle} note={words.mergeHint}>
      <form className="form" method="post" action="/api/records/merge">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="from" value={from} />
        <Field id="into" label={words.mergeInto}>
          <input id="into" name="into" type="text" required maxLength={200} autoComplete="off" />
        </Field>
        <div className="form-do">
          <button type="submit" className="button">
            {words.mergeButton}
          </button>
        </div>
      </form>
    </Section>
  );
}
