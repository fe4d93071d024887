import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { completeness } from '@/database/queries/completeness';
import { countsOfRecords } from '@/database/queries/counts-of-records';
import { tableFormats, wholeFileNames } from '@/exchange/export/dataset-file';
import { datasetTables } from '@/exchange/export/dataset-table';
import { feedFormats } from '@/exchange/feed';
import { dataWords, wholeFileWords } from '@/i18n/data';
import { href } from '@/i18n/href';
import { kindName, type recordKindNames } from '@/i18n/overview';
import { DataTable } from '@/ui/data-table';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { ask, editionOfRequest } from '../../asking';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = dataWords[lang];
  return pageMetadata({ lang, path: '/data', title, description });
});

/** The data set as files, and the other ways to take it. */
export default pageInLanguage(async function DataPage({ lang }) {
  const words = dataWords[lang];
  const counts = await ask(countsOfRecords);
  const complete = await ask(completeness);
  const nameOf = (kind: keyof typeof recordKindNames) => kindName(kind, lang, 'many');
  return (
    <Page
      lang={lang}
      path="/data"
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Section id="whole" title={words.whole} note={words.wholeNote}>
        <DataTable
          caption={words.whole}
          captionHidden
          rows={wholeFileNames}
          rowKey={(name) => name}
          columns={[
            {
              key: 'file',
              header: words.file,
              width: '11rem',
              cell: (name) => (
                <a href={`/data/${name}`} download>
                  {name}
                </a>
              ),
            },
            { key: 'what', header: words.what, cell: (name) => wholeFileWords[name]?.[lang] ?? '' },
          ]}
        />
      </Section>
      <Section id="tables" title={words.tables} note={words.tablesNote}>
        <DataTable
          caption={words.tables}
          captionHidden
          rows={datasetTables}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'table',
              header: words.table,
              cell: ({ name, kinds, part }) => (
                <>
                  <code>{name}</code>{' '}
                  {part === null && kinds[0]
                    ? nameOf(kinds[0])
                    : kinds.length === 1 && kinds[0]
                      ? words.partOf(nameOf(kinds[0]))
                      : ''}
                </>
              ),
            },
            {
              key: 'records',
              header: words.records,
              align: 'end',
              width: '6rem',
              cell: ({ part, kinds }) =>
                part === null && kinds[0] ? (counts.get(kinds[0]) ?? 0).toLocaleString('en') : '',
            },
            {
              key: 'formats',
              header: words.formats,
              cell: ({ name, part }) => (
                <span className="link-line">
                  {tableFormats
                    .filter((format) => part === null || (format !== 'json' && format !== 'ndjson'))
                    .map((format) => (
                      <a
                        key={format}
                        href={`/data/${name}.${format}${format === 'csv' ? '?bom=1' : ''}`}
                        download
                        aria-label={`${name}.${format}`}
                      >
                        {format.toUpperCase()}
                      </a>
                    ))}
                </span>
              ),
            },
          ]}
        />
      </Section>
      <Section id="complete" title={words.complete} note={words.completeNote}>
        <DataTable
          caption={words.complete}
          captionHidden
          rows={complete}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', header: words.table, cell: ({ kind }) => nameOf(kind) },
            { key: 'newest', header: words.newest, cell: ({ newest }) => newest ?? '—' },
            {
              key: 'undated',
              header: words.undated,
              align: 'end',
              cell: ({ undated, records }) =>
                words.undatedShare(undated, Math.round((100 * undated) / records)),
            },
            {
              key: 'quarters',
              header: words.quarters,
              cell: ({ quarters }) => (
                <span className="tabular">
                  {quarters.map(({ quarter, records }) => `${quarter}: ${records}`).join(' · ')}
                </span>
              ),
            },
          ]}
        />
      </Section>
      <Section id="api" title={words.api}>
        <p>
          {words.apiText} <a href={href(lang, '/api')}>{words.apiLink}</a> ·{' '}
          <a href="/api/v1/openapi.json">OpenAPI 3.1</a>
        </p>
      </Section>
      <Section id="feeds" title={words.feeds}>
        <p>{words.feedsText}</p>
        <ul className="flex flex-wrap gap-x-5">
          {['funding', 'changes'].flatMap((name) =>
            feedFormats.map((format) => (
              <li key={`${name}.${format}`}>
                <a href={`/feeds/${name}.${format}${lang === 'en' ? '?lang=en' : ''}`}>
                  {name}.{format}
                </a>
              </li>
            )),
          )}
        </ul>
      </Section>
      <Section id="agents" title={words.agents}>
        <p>
          {words.agentsText} <a href="/llms.txt">llms.txt</a>
        </p>
      </Section>
      <Section id="licence" title={words.licence}>
        <p>{words.licenceText}</p>
      </Section>
    </Page>
  );
});
