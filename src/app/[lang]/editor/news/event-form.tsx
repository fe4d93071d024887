import type { Lang } from '@/domain/bilingual';
import { currencies } from '@/domain/currency';
import { newsRoles, newsWords } from '@/i18n/news';
import type { NewsEvent } from '@/newswire/news-event';
import { Field } from '@/ui/field';

type Props = {
  lang: Lang;
  at: number;
  /** null: nothing was read, the editor fills in everything. */
  event: NewsEvent | null;
  /** Slug of the organization whose name this is; null where none is on record. */
  organization: string | null;
  sources: readonly { slug: string; title: string }[];
  mayPublish: boolean;
  /** What stands in the fields after they were sent once, by their names. */
  entries: Readonly<Record<string, string>>;
  /** The piece of the text that tells of the event: the headline of its source, as long as there is no better. */
  headline: { title: string; url: string };
  /** What was wrong with it when it was sent. */
  problem: string | undefined;
};

/** One event to check: what was read stands in the fields, what was not is empty. */
export function EventForm(props: Props) {
  const { lang, at, event, organization, sources, mayPublish, entries, headline, problem } = props;
  const words = newsWords[lang];
  const id = (name: string) => `${name}-${at}`;
  const field = (name: string) => `e.${at}.${name}`;
  const kept = (name: string, read: string) => entries[`${at}.${name}`] ?? read;
  const stated = event?.amount?.value.reading.currency ?? '';
  const doubtful = (field: NewsEvent['doubts'][number]) =>
    event?.doubts.includes(field) ? <strong className="text-accent"> · {words.doubt}</strong> : null;
  const input = (name: string, value: string, more: { type?: string; hint?: boolean } = {}) => (
    <input
      id={id(name)}
      name={field(name)}
      type={more.type ?? 'text'}
      defaultValue={kept(name, value)}
      maxLength={500}
      aria-describedby={more.hint ? `${id(name)}-hint` : undefined}
    />
  );
  return (
    <div className="form news-form">
      {problem === undefined ? null : (
        <p className="news-problem" role="alert">
          {problem}
        </p>
      )}
      <input type="hidden" name={field('organization')} value={organization ?? ''} />
      <Field
        id={id('company')}
        label={
          <>
            {words.company} ·{' '}
            <span className="font-normal text-muted">
              {organization ? `${words.known}: ${organization}` : words.fresh}
            </span>
            {doubtful('company')}
          </>
        }
      >
        {input('company', event?.company.value ?? '')}
      </Field>
      <Field
        id={id('round')}
        label={
          <>
            {words.round}
            {doubtful('round')}
          </>
        }
        hint={words.roundHint}
      >
        {input('round', event?.round?.value ?? '', { hint: true })}
      </Field>
      <Field
        id={id('amount')}
        label={
          <>
            {words.amount}
            {doubtful('amount')}
          </>
        }
        hint={words.amountHint}
      >
        {input('amount', event?.amount?.value.text ?? '', { hint: true })}
      </Field>
      <Field id={id('currency')} label={words.currency} hint={words.currencyHint}>
        <select
          id={id('currency')}
          name={field('currency')}
          defaultValue={kept('currency', stated)}
          aria-describedby={`${id('currency')}-hint`}
        >
          <option value="">{words.none}</option>
          {currencies.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </Field>
      <Field id={id('valuation')} label={words.valuation}>
        {input('valuation', event?.valuation?.value.text ?? '')}
      </Field>
      <Field id={id('announced')} label={words.announced} hint={words.announcedHint}>
        {input('announced', event?.date?.value.value ?? '', { hint: true })}
      </Field>
      <Field
        id={id('investors')}
        label={
          <>
            {words.investors}
            {doubtful('investors')}
          </>
        }
        hint={words.investorsHint}
      >
        <textarea
          id={id('investors')}
          name={field('investors')}
          rows={Math.max(2, event?.investors.length ?? 0)}
          aria-describedby={`${id('investors')}-hint`}
          defaultValue={kept(
            'investors',
            (event?.investors ?? [])
              .map(({ value: { name, role } }) =>
                role === null ? name : `${name} / ${newsRoles[role][lang]}`,
              )
              .join('\n'),
          )}
        />
      </Field>
      <Field id={id('source')} label={words.sourceKnown} hint={words.sourceHint}>
        <select
          id={id('source')}
          name={field('source')}
          defaultValue={kept('source', '')}
          aria-describedby={`${id('source')}-hint`}
        >
          <option value="">{words.newSource}</option>
          {sources.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field id={id('source-title')} label={words.sourceTitle}>
        {input('source-title', headline.title)}
      </Field>
      <Field id={id('source-url')} label={words.sourceUrl}>
        {input('source-url', headline.url, { type: 'url' })}
      </Field>
      <Field id={id('source-publisher')} label={words.sourcePublisher}>
        {input('source-publisher', '')}
      </Field>
      <div className="form-do">
        <button type="submit" className="button" name="only" value={at}>
          {mayPublish ? words.publish : words.propose}
        </button>
      </div>
    </div>
  );
}
