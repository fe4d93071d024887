import { type Answer, chartPath } from '@/charts/engine/answer';
import { parametersOf } from '@/charts/engine/arrange';
import { offered } from '@/charts/facts/options';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import type { Option, Parameter, StateValue } from '@/linking/parameters';
import { optionsOf } from '@/linking/state';

type Props = { lang: Lang; answer: Answer };

/** The chart's parameters as a form that works without JavaScript; the page puts the address in canonical form. */
export function FilterForm({ lang, answer }: Props) {
  const { chart, state, options } = answer;
  const words = chartWords[lang];
  const path = href(lang, chartPath({ chart, query: addressOf(answer) }));
  return (
    // Without `autocomplete` browsers put back what was ticked before, on a page whose address says otherwise.
    <form className="chart-filters" method="get" action={path} aria-label={words.filters} autoComplete="off">
      {Object.entries(parametersOf(chart))
        .filter(([name]) => !chart.idle?.includes(name) && name !== chart.address?.parameter)
        .map(([name, parameter]) => (
          <Field
            key={name}
            lang={lang}
            name={name}
            parameter={parameter}
            value={state[name] ?? null}
            options={
              parameter.kind === 'order' ? orderOptions(answer) : (optionsOf(name, parameter, options) ?? [])
            }
          />
        ))}
      <div className="chart-filters-do">
        <button type="submit" className="button">
          {words.apply}
        </button>
        {/* Its place is kept, so that nothing moves when there is something to take back. */}
        {answer.query === addressOf(answer) ? (
          <span className="invisible" aria-hidden="true">
            {words.reset}
          </span>
        ) : (
          <a href={path}>{words.reset}</a>
        )}
      </div>
    </form>
  );
}

/** The part of the query that is the chart's address. */
function addressOf({ chart, query }: Answer): string {
  return query.split('&').find((part) => part.startsWith(`${chart.address?.parameter}=`)) ?? '';
}

/** Each column up and down, as this state has them. */
function orderOptions({ chart, state }: Answer): Option[] {
  return chart.columns(state).flatMap(({ key, label }) =>
    (['desc', 'asc'] as const).map((direction) => {
      const arrow = direction === 'desc' ? '↓' : '↑';
      return {
        value: `${key}-${direction}`,
        label: { zh: `${label.zh} ${arrow}`, en: `${label.en} ${arrow}` },
      };
    }),
  );
}

type FieldProps = {
  lang: Lang;
  name: string;
  parameter: Parameter;
  value: StateValue;
  options: readonly Option[];
};

function Field({ lang, name, parameter, value, options }: FieldProps) {
  const id = `filter-${name}`;
  const words = chartWords[lang];
  if (parameter.kind === 'list') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <CheckboxList lang={lang} name={name} label={parameter.label[lang]} chosen={chosen} options={options} />
    );
  }
  const choices =
    parameter.kind === 'choice'
      ? parameter.options.map((option) => ({ value: option.value, label: option.label[lang] }))
      : parameter.kind === 'order'
        ? [
            { value: '', label: words.ownOrder },
            ...options.map((option) => ({ value: option.value, label: option.label[lang] })),
          ]
        : parameter.kind === 'limit'
          ? limits(parameter.default, value).map((each) => ({
              value: String(each),
              label: each === 'all' ? words.all : String(each),
            }))
          : [
              { value: '1', label: words.yes },
              { value: '0', label: words.no },
            ];
  return (
    <div className="chart-filter">
      <label htmlFor={id}>{parameter.label[lang]}</label>
      {parameter.kind === 'number' ? (
        <input
          id={id}
          name={name}
          type="number"
          min={parameter.min}
          max={parameter.max}
          defaultValue={String(value)}
        />
      ) : parameter.kind === 'quarter' ? (
        <input
          id={id}
          name={name}
          defaultValue={typeof value === 'string' ? value : ''}
          placeholder="2023Q1"
          pattern="(19|20)[0-9]{2}-?[Qq][1-4]"
          size={7}
        />
      ) : (
        <select
          id={id}
          name={name}
          defaultValue={parameter.kind === 'flag' ? (value ? '1' : '0') : String(value ?? '')}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** Numbers that are offered as a limit, with the default and what is chosen. */
function limits(preset: number | 'all', value: StateValue): (number | 'all')[] {
  const numbers = [5, 10, 15, 25, 50, 100, preset, value].filter((each) => typeof each === 'number');
  return [...[...new Set(numbers)].sort((a, b) => a - b), 'all'];
}

/** One or two by name, more by their number. */
function chosenInWords(lang: Lang, options: readonly Option[], chosen: readonly string[]): string {
  const words = chartWords[lang];
  if (chosen.length === 0) return words.all;
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label[lang] ?? value);
  return names.length > 2 ? words.anySelected(names.length) : names.join(lang === 'zh' ? '、' : ', ');
}

/** Lists up to this long are seen at once, and need no search. */
const fewOptions = 12;

/** What the options of a parameter are to the search of the site, which finds them by pinyin too. */
const searchedKinds: Readonly<Record<string, string>> = {
  vendors: 'organization',
  companies: 'organization',
  organizations: 'organization',
  investors: 'organization',
  highlight: 'organization',
  industries: 'industry',
  models: 'model',
};

type ListProps = {
  lang: Lang;
  name: string;
  label: string;
  chosen: readonly string[];
  options: readonly Option[];
};

function CheckboxList({ lang, name, label, chosen, options }: ListProps) {
  const words = chartWords[lang];
  const byName = options.toSorted((a, b) => a.label[lang].localeCompare(b.label[lang], lang));
  const { options: sorted, more } = offered(byName, chosen);
  return (
    <details className="chart-filter">
      <summary>
        <span>{label}</span>
        <span className="chart-filter-value">{chosenInWords(lang, options, chosen)}</span>
      </summary>
      <fieldset
        data-find={sorted.length > fewOptions ? words.findOption : undefined}
        data-clear={words.clearOptions}
        data-kind={searchedKinds[name]}
      >
        <legend className="visually-hidden">{label}</legend>
        {sorted.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            {option.label[lang]}
          </label>
        ))}
        {more > 0 ? <p>{words.moreOptions(more)}</p> : null}
      </fieldset>
    </details>
  );
}
