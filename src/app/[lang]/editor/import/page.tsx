import { editionOfRequest } from '@/app/asking';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { searchOf } from '@/app/page-query';
import { personWho } from '@/app/session';
import { clients } from '@/database/client';
import type { Lang } from '@/domain/bilingual';
import { fieldChanges } from '@/domain/field-changes';
import {
  findImportDraft,
  type ImportDraft,
  type ImportProgress,
  importProgress,
} from '@/editorial/import-drafts';
import { fieldsOf, importKinds } from '@/exchange/import/columns';
import { deskWords } from '@/i18n/desk';
import { href } from '@/i18n/href';
import { importKindNames, importOutcomes, importWords, rowOutcomeNames } from '@/i18n/import';
import { fieldText } from '@/i18n/record-fields';
import { fieldName } from '@/records/books';
import { DataTable } from '@/ui/data-table';
import { Field } from '@/ui/field';
import { Page } from '@/ui/page';
import { Said } from '@/ui/said';
import { Section } from '@/ui/section';
import { planOfDraft } from './plan-of-draft';

/** Rows told on the page. */
const shown = 300;

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = importWords[lang];
  return pageMetadata({ lang, path: '/editor/import', title, description, hidden: true });
});

/** Sends a table, shows row by row what importing it would do, and imports it. */
export default pageInLanguage(async function ImportPage({ lang, searchParams }) {
  const person = await personWho('publish', lang, '/editor/import');
  const search = searchOf(await searchParams);
  const words = importWords[lang];
  const asked = search.get('draft');
  const draft = asked === null ? null : await findImportDraft(clients().current, person.id, Number(asked));
  const progress = draft ? await importProgress(clients().current, draft.id) : null;
  // A draft that has gone while its progress was watched was imported.
  const gone = search.get('watching') === 'yes' ? 'imported' : 'gone';
  const said = asked !== null && !draft ? gone : (search.get('said') ?? '');
  const outcome = importOutcomes[said]?.[lang];
  return (
    <Page
      lang={lang}
      path="/editor/import"
      title={words.title}
      description={words.description}
      steps={[{ label: deskWords[lang].title, path: '/editor' }]}
      edition={await editionOfRequest()}
    >
      <Said>
        {outcome === undefined ? undefined : `${outcome}${(search.get('why') ?? '').slice(0, 300)}`}
      </Said>
      {draft && progress ? (
        <Going lang={lang} draft={draft.id} progress={progress} />
      ) : draft ? (
        <Planned lang={lang} draft={draft} />
      ) : (
        <form className="form" method="post" action="/api/import" encType="multipart/form-data">
          <input type="hidden" name="lang" value={lang} />
          <Field id="file" label={words.file} hint={words.fileHint}>
            <input
              id="file"
              name="file"
              type="file"
              required
              accept=".csv,.tsv,.xlsx,.xls,.ods,.json,.ndjson,.jsonl,.md,.txt"
              aria-describedby="file-hint"
            />
          </Field>
          <div className="form-do">
            <button type="submit" className="button" name="do" value="upload">
              {words.read}
            </button>
          </div>
        </form>
      )}
    </Page>
  );
});

function Going({ lang, draft, progress }: { lang: Lang; draft: number; progress: ImportProgress }) {
  const words = importWords[lang];
  const { rows, of, refused, cancel } = progress;
  return (
    <form className="form" method="post" action="/api/import">
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="draft" value={draft} />
      {refused === null ? (
        <>
          {/* Looks again by itself, with and without JavaScript. */}
          <meta
            httpEquiv="refresh"
            content={`2;url=${href(lang, `/editor/import?draft=${draft}&watching=yes`)}`}
          />
          <p role="status">{cancel ? words.cancelling : words.going(rows, of)}</p>
          <progress value={rows} max={of || 1} aria-label={words.title} />
        </>
      ) : (
        <p role="alert">
          {importOutcomes.refused?.[lang]}
          {refused}
        </p>
      )}
      <div className="form-do">
        <button type="submit" className="button" name="do" value={refused === null ? 'cancel' : 'look-again'}>
          {refused === null ? words.cancel : words.lookAgain}
        </button>
      </div>
    </form>
  );
}

async function Planned({ lang, draft }: { lang: Lang; draft: ImportDraft }) {
  const words = importWords[lang];
  const plan = await planOfDraft(draft);
  if (plan instanceof Error)
    return (
      <form className="form" method="post" action="/api/import">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="draft" value={draft.id} />
        <p role="alert">
          {importOutcomes.unread?.[lang]}
          {plan.reason[lang]}
        </p>
        <div className="form-do">
          <button type="submit" className="button" name="do" value="look-again">
            {words.lookAgain}
          </button>
          <button type="submit" className="button" name="do" value="discard">
            {words.discard}
          </button>
        </div>
      </form>
    );
  const { counts, rows, columns, kind, notes, question } = plan;
  const importing = counts.new + counts.changed + (draft.duplicates ? counts.duplicate : 0);
  const left = counts.refused + (draft.duplicates ? 0 : counts.duplicate);
  return (
    <>
      <ul className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
        {Object.entries(rowOutcomeNames).map(([outcome, name]) => (
          <li key={outcome}>
            {name[lang]} <strong className="tabular">{counts[outcome as keyof typeof counts]}</strong>
          </li>
        ))}
      </ul>
      <form className="form-do mb-6" method="post" action="/api/import">
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="draft" value={draft.id} />
        {importing === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <button type="submit" className="button" name="do" value="import">
            {words.confirm(importing)}
          </button>
        )}
        <button type="submit" className="button" name="do" value="discard">
          {words.discard}
        </button>
        {left === 0 || kind === 'dataset' ? null : (
          <a href={`/api/import/refused?draft=${draft.id}&lang=${lang}`}>{words.refusedFile}</a>
        )}
      </form>
      {question === null ? null : (
        <Section id="question" title={words.question}>
          <p role="alert">{question[lang]}</p>
        </Section>
      )}
      {notes.length === 0 ? null : (
        <Section id="notes" title={words.notes}>
          <ul>
            {notes.map((note) => (
              <li key={note.en}>{note[lang]}</li>
            ))}
          </ul>
        </Section>
      )}
      {kind === 'dataset' ? (
        <p>{words.dataset}</p>
      ) : (
        <Section id="columns" title={words.columns}>
          <form className="form" method="post" action="/api/import">
            <input type="hidden" name="lang" value={lang} />
            <input type="hidden" name="draft" value={draft.id} />
            <Field id="kind" label={words.kind}>
              <select id="kind" name="kind" defaultValue={kind}>
                {importKinds.map((each) => (
                  <option key={each} value={each}>
                    {importKindNames[each][lang]}
                  </option>
                ))}
              </select>
            </Field>
            {columns.map(({ header, field, at }) => (
              <Field key={`${at} ${header}`} id={`column-${at}`} label={header || '—'}>
                <select id={`column-${at}`} name={`column.${header}`} defaultValue={field ?? ''}>
                  <option value="">{words.leftOut}</option>
                  {fieldsOf(kind).map((each) => (
                    <option key={each} value={each}>
                      {fieldName(kind, each.split('.')[0] ?? each, lang)} ({each})
                    </option>
                  ))}
                </select>
              </Field>
            ))}
            <label className="check">
              <input type="checkbox" name="duplicates" value="yes" defaultChecked={draft.duplicates} />
              {words.duplicates}
            </label>
            <label className="check">
              <input type="checkbox" name="keep" value="yes" />
              {words.keep}
            </label>
            <div className="form-do">
              <button type="submit" className="button" name="do" value="again">
                {words.again}
              </button>
            </div>
          </form>
        </Section>
      )}
      <Section id="rows" title={words.rows}>
        <DataTable
          caption={words.rows}
          captionHidden
          rows={rows.slice(0, shown).map((row, at) => ({ ...row, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            { key: 'line', header: words.line, align: 'end', width: '4rem', cell: ({ line }) => line },
            {
              key: 'outcome',
              header: words.outcome,
              width: '7rem',
              cell: ({ outcome }) => rowOutcomeNames[outcome][lang],
            },
            { key: 'name', header: words.name, cell: ({ name, slug }) => name || slug || '—' },
            {
              key: 'what',
              header: words.what,
              cell: ({ kind: own, outcome, record, makes, near, warnings, problems, changes }) => (
                <>
                  {problems.map(({ column, value, reason }) => (
                    <p key={`${column} ${reason.en}`}>
                      {column} {value === '' ? '' : `“${value}”`} {reason[lang]}
                    </p>
                  ))}
                  {outcome === 'new' || outcome === 'duplicate'
                    ? fieldChanges(null, record).map(({ field, after }) => (
                        <p key={field}>
                          {fieldName(own, field, lang)}: {fieldText(own, field, after, lang).slice(0, 400)}
                        </p>
                      ))
                    : null}
                  {makes.length === 0 ? null : (
                    <p>
                      {words.makes}:{' '}
                      {makes.map((made) => `${made.kind}/${made.slug}`).join(lang === 'zh' ? '、' : ', ')}
                    </p>
                  )}
                  {near.map(({ said, slug, name }) => (
                    <p key={`${said} ${slug}`}>
                      {words.near(said)} {name === slug ? slug : `${name} (${slug})`}
                    </p>
                  ))}
                  {warnings.map(({ column, value, reason }) => (
                    <p key={`${column} ${value} ${reason.en}`}>
                      {column} {value === '' ? '' : `“${value}”`} {reason[lang]}
                    </p>
                  ))}
                  {changes.map(({ field, before, after }) => (
                    <p key={field}>
                      {fieldName(own, field, lang)}:{' '}
                      <del>{fieldText(own, field, before, lang).slice(0, 160)}</del> →{' '}
                      <ins>{fieldText(own, field, after, lang).slice(0, 160)}</ins>
                    </p>
                  ))}
                </>
              ),
            },
          ]}
        />
        {rows.length > shown ? <p>{words.more(rows.length - shown)}</p> : null}
      </Section>
    </>
  );
}
