import { offered } from '@/charts/facts/options';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import type { Option } from '@/linking/parameters';
import type { FundingAnswer } from '@/lists/funding/definition';
import { fundingParameters, writeFunding } from '@/lists/funding/parameters';

type Props = { lang: Lang; list: FundingAnswer };

/** The filters of the list, as a form that works without JavaScript. */
export function FilterForm({ lang, list }: Props) {
  const { state, options } = list;
  const words = fundingPage[lang];
  const { family, type, via, currency, sort } = fundingParameters;
  return (
    <form
      method="get"
      autoComplete="off"
      action={href(lang, '/funding')}
      className="mb-6 grid grid-cols-2 items-end gap-x-4 gap-y-3 border-rule border-b pb-5 text-small sm:grid-cols-4 lg:grid-cols-6"
    >
      <Field id="funding-q" label={words.search} wide>
        <input
          id="funding-q"
          name="q"
          type="search"
          defaultValue={state.q}
          placeholder={words.searchPlaceholder}
          className="w-full"
        />
      </Field>
      <Field id="funding-from" label={`${words.period} · ${words.from}`}>
        <input
          id="funding-from"
          name="from"
          defaultValue={state.from ?? ''}
          placeholder="2023"
          className="w-full"
          autoComplete="off"
        />
      </Field>
      <Field id="funding-to" label={words.to}>
        <input
          id="funding-to"
          name="to"
          defaultValue={state.to ?? ''}
          placeholder="2024-Q2"
          className="w-full"
          autoComplete="off"
        />
      </Field>
      <Field id="funding-min" label={words.min}>
        <input
          id="funding-min"
          name="min"
          defaultValue={state.min ?? ''}
          placeholder={words.minPlaceholder}
          className="w-full"
          autoComplete="off"
        />
      </Field>
      <Field id="funding-currency" label={currency.label[lang]}>
        <Select
          id="funding-currency"
          name="currency"
          value={state.currency}
          options={currency.options}
          lang={lang}
        />
      </Field>
      <CheckboxList
        lang={lang}
        name="organization"
        label={words.organization}
        chosen={state.organization}
        options={options.organization ?? []}
      />
      <CheckboxList
        lang={lang}
        name="family"
        label={family.label[lang]}
        chosen={state.family}
        options={family.options ?? []}
      />
      <CheckboxList
        lang={lang}
        name="type"
        label={type.label[lang]}
        chosen={state.type}
        options={type.options ?? []}
      />
      <CheckboxList
        lang={lang}
        name="via"
        label={via.label[lang]}
        chosen={state.via}
        options={via.options ?? []}
      />
      <Field id="funding-sort" label={sort.label[lang]}>
        <Select id="funding-sort" name="sort" value={state.sort} options={sort.options} lang={lang} />
      </Field>
      <div className="col-span-2 flex items-center gap-4">
        <button type="submit" className="button">
          {words.apply}
        </button>
        {writeFunding(state) === '' ? null : <a href={href(lang, '/funding')}>{words.reset}</a>}
      </div>
    </form>
  );
}

type FieldProps = { id: string; label: string; wide?: boolean; children: React.ReactNode };

function Field({ id, label, wide = false, children }: FieldProps) {
  return (
    <div className={wide ? 'col-span-2' : undefined}>
      <label htmlFor={id} className="block text-muted">
        {label}
      </label>
      {children}
    </div>
  );
}

type SelectProps = { id: string; name: string; value: string; options: readonly Option[]; lang: Lang };

function Select({ id, name, value, options, lang }: SelectProps) {
  return (
    <select id={id} name={name} defaultValue={value} className="w-full">
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label[lang]}
        </option>
      ))}
    </select>
  );
}

type ListProps = {
  lang: Lang;
  name: string;
  label: string;
  chosen: readonly string[];
  options: readonly Option[];
};

function CheckboxList({ lang, name, label, chosen, options }: ListProps) {
  const words = fundingPage[lang];
  const { options: sorted, more } = offered(options, chosen);
  return (
    <div className="relative">
      <span className="block text-muted" aria-hidden="true">
        {label}
      </span>
      <details>
        <summary className="flex min-h-8.5 list-none items-center justify-between gap-2 border border-edge px-2 [&::-webkit-details-marker]:hidden">
          <span className="visually-hidden">{label}</span>
          {chosen.length === 0 ? words.all : words.chosen(chosen.length)}
          <span aria-hidden="true" className="text-muted">
            ▾
          </span>
        </summary>
        <fieldset className="absolute z-10 max-h-72 min-w-full overflow-y-auto border border-edge bg-paper px-3 py-2">
          <legend className="visually-hidden">{label}</legend>
          {sorted.map((option) => (
            <label key={option.value} className="flex min-h-7 items-center gap-2 whitespace-nowrap">
              <input
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                className="min-h-0"
              />
              {option.label[lang]}
            </label>
          ))}
          {more > 0 ? <p>{chartWords[lang].moreOptions(more)}</p> : null}
        </fieldset>
      </details>
    </div>
  );
}
