import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import type { Lang } from '@/domain/bilingual';
import { apiWords, operationGroups } from '@/i18n/api';
import { dataWords } from '@/i18n/data';
import { publicUrl } from '@/linking/public-url';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { queryParametersOf } from '../../api/v1/openapi';
import type { Operation, QueryParameter } from '../../api/v1/operation';
import { operations } from '../../api/v1/operations';
import { editionOfRequest } from '../../asking';
import './api.css';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, description } = apiWords[lang];
  return pageMetadata({ lang, path: '/api', title, description });
});

/** What programs can ask, made from the same table that answers them. */
export default pageInLanguage(async function ApiPage({ lang }) {
  const words = apiWords[lang];
  return (
    <Page
      lang={lang}
      path="/api"
      title={words.title}
      description={words.description}
      steps={[{ label: dataWords[lang].title, path: '/data' }]}
      edition={await editionOfRequest()}
    >
      <p className="mb-6">
        <a href="/api/v1/openapi.json">{words.document}</a> · <a href="/llms.txt">llms.txt</a>
      </p>
      <Section id="rules" title={words.rules}>
        <ul className="list-disc space-y-1 ps-5">
          {words.ruleList.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      {(Object.keys(operationGroups) as Operation['tag'][]).map((tag) => (
        <Section key={tag} id={tag.toLowerCase().replaceAll(' ', '-')} title={operationGroups[tag][lang]}>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <OperationEntry key={operation.id} lang={lang} operation={operation} />
            ))}
        </Section>
      ))}
      <Section id="agents" title={words.agents}>
        <p>{words.agentsNote}</p>
        <p>
          <code className="break-all">{publicUrl()}/mcp</code>
        </p>
      </Section>
    </Page>
  );
});

function OperationEntry({ lang, operation }: { lang: Lang; operation: Operation }) {
  const words = apiWords[lang];
  const { method, path, summary, description, scope, body, parts = {} } = operation;
  const parameters = Object.entries({ ...parts, ...queryParametersOf(operation) });
  const opens =
    method === 'get' &&
    !path.includes('{') &&
    !Object.values(operation.query ?? {}).some(({ required }) => required);
  return (
    <details className="operation" id={operation.id}>
      <summary>
        <code>
          {method.toUpperCase()} /api/v1{path}
        </code>{' '}
        <span className="text-muted" lang="en">
          {summary}
          {scope ? ` (${words.needsToken})` : ''}
        </span>
      </summary>
      <div lang="en">
        {description ? <p>{description}</p> : null}
        {body ? <p>{body.description}</p> : null}
        <dl>
          {parameters.map(([name, parameter]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {parameter.description} <Taken lang={lang} parameter={parameter} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {opens ? (
        <p>
          <a href={`/api/v1${path}`}>{words.tryIt}</a>
        </p>
      ) : null}
    </details>
  );
}

function Taken({ lang, parameter: { schema, required } }: { lang: Lang; parameter: QueryParameter }) {
  const words = apiWords[lang];
  const values = Array.isArray(schema.enum) ? schema.enum.join(', ') : null;
  const range = schema.type === 'integer' ? `${schema.minimum} – ${schema.maximum}` : null;
  const taken = values ?? range;
  return (
    <span className="text-muted text-small">
      {taken === null ? '' : `${words.takes}: ${taken}. `}
      {required ? words.required : ''}
    </span>
  );
}
