import { amountKinds, boundKinds } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { currencies } from '@/domain/currency';
import type { Problem } from '@/editorial/problem';
import type { FieldForm, FormField } from '@/editorial/record-fields';
import { type FormEntries, partsIn } from '@/editorial/record-form';
import { marks } from '@/i18n/marks';
import { printed } from '@/i18n/record-fields';
import { formWords } from '@/i18n/record-form';
import { Field } from '@/ui/field';

type Props = {
  lang: Lang;
  fields: readonly FormField[];
  entries: FormEntries;
  problems: readonly Problem[];
  /** Before the names of the inputs: 'statements.0.'. */
  prefix?: string;
};

/** The inputs of a record or of a part of one, in the order of its schema. */
export function RecordInputs({ lang, fields, entries, problems, prefix = '' }: Props) {
  return fields.map((field) => (
    <RecordInput
      key={field.name}
      lang={lang}
      field={field}
      entries={entries}
      problems={problems}
      name={prefix + field.name}
    />
  ));
}

type InputProps = Omit<Props, 'fields' | 'prefix'> & { field: FormField; name: string };

/** 'statements[0].amount.max' as the inputs are named: 'statements.0.amount.max'. */
function inputName(field: string): string {
  return field.replaceAll(/\[(\d+)\]/g, '.$1');
}

const paragraphs = { line: 1, paragraph: 3 } as const;

function RecordInput(props: InputProps) {
  const { lang, field, entries, problems, name } = props;
  const words = formWords[lang];
  const { form, required } = field;
  const own = problems.filter((problem) => {
    const at = inputName(problem.field);
    return at === name || (form.as !== 'parts' && at.startsWith(`${name}.`));
  });
  const label = (
    <>
      {form.label[lang]}
      {required ? <span aria-hidden="true"> *</span> : null}
    </>
  );
  const id = `f.${name}`;
  const hint = hintOf(field, lang);
  const describedBy = [hint === undefined ? '' : `${id}-hint`, own.length > 0 ? `${id}-wrong` : '']
    .filter((each) => each !== '')
    .join(' ');
  const common = {
    id,
    name: id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': own.length > 0 ? (true as const) : undefined,
  };
  const wrong = <Wrong lang={lang} form={form} id={`${id}-wrong`} problems={own} />;
  const value = entries[name] ?? '';
  if (form.as === 'parts') return <Parts {...props} />;
  if (form.as === 'bilingual' || form.as === 'amount' || form.as === 'valuation' || form.as === 'choices') {
    return (
      <fieldset className="field record-group">
        <legend>{label}</legend>
        {form.as === 'bilingual' ? (
          <>
            <Line id={`${id}.zh`} label={words.chinese} value={entries[`${name}.zh`]} lang="zh-CN" wide />
            <Line id={`${id}.en`} label={words.english} value={entries[`${name}.en`]} lang="en" wide />
          </>
        ) : form.as === 'choices' ? (
          <div className="record-choices">
            {Object.entries(form.names).map(([option, label]) => (
              <label key={option}>
                <input
                  type="checkbox"
                  name={`${id}.${option}`}
                  value="1"
                  defaultChecked={(entries[`${name}.${option}`] ?? '') !== ''}
                />{' '}
                {label[lang]}
              </label>
            ))}
          </div>
        ) : (
          <Money lang={lang} as={form.as} name={name} entries={entries} />
        )}
        {hint === undefined ? null : <p className="field-hint">{hint}</p>}
        {wrong}
      </fieldset>
    );
  }
  const options =
    form.as === 'flag' ? (['yes', 'no'] as const) : form.as === 'choice' ? Object.keys(form.names) : null;
  return (
    <Field id={id} label={label} hint={hint}>
      {options !== null ? (
        <select {...common} defaultValue={value}>
          <option value="">{words.unsaid}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {form.as === 'choice' ? form.names[option]?.[lang] : words[option as 'yes' | 'no']}
            </option>
          ))}
        </select>
      ) : form.as === 'lines' ||
        form.as === 'addresses' ||
        form.as === 'references' ||
        form.as === 'paragraph' ? (
        <textarea
          {...common}
          rows={Math.min(
            8,
            Math.max(form.as === 'paragraph' ? paragraphs.paragraph : 2, value.split('\n').length),
          )}
          defaultValue={value}
        />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={form.as === 'number' ? 'decimal' : undefined}
          defaultValue={value}
          data-reference={form.as === 'reference' ? form.of : undefined}
          autoComplete="off"
        />
      )}
      {wrong}
    </Field>
  );
}

function hintOf({ form }: FormField, lang: Lang): string | undefined {
  const words = formWords[lang];
  if (form.hint) return form.hint[lang];
  if (form.as === 'date') return words.dateHint;
  if (form.as === 'amount') return words.amountHint;
  if (form.as === 'lines' || form.as === 'addresses') return words.linesHint;
  if (form.as === 'references') return `${words.linesHint}${marks[lang].semicolon}${words.referenceHint}`;
  return form.as === 'reference' ? words.referenceHint : undefined;
}

function Wrong({
  lang,
  form,
  id,
  problems,
}: {
  lang: Lang;
  form: FieldForm;
  id: string;
  problems: readonly Problem[];
}) {
  const words = formWords[lang];
  if (problems.length === 0) return null;
  return (
    <div id={id} className="record-wrong" role="alert">
      {problems.map((problem) => (
        <p key={`${problem.field} ${problem.reason.en}`}>{problem.reason[lang]}</p>
      ))}
      {problems.map(({ conflict }) =>
        conflict === undefined ? null : (
          <fieldset key={conflict.field} className="record-conflict">
            <legend>{words.conflict}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side}>
                <input type="radio" name={`resolve.${conflict.field}`} value={side} /> {words[side]}
                {marks[lang].colon}
                {printed(form, conflict[side], lang)}
              </label>
            ))}
          </fieldset>
        ),
      )}
    </div>
  );
}

type LineProps = { id: string; label: string; value: string | undefined; lang?: string; wide?: boolean };

function Line({ id, label, value, lang, wide }: LineProps) {
  return (
    <div className={wide ? 'record-line' : undefined}>
      <label htmlFor={id} className="text-muted text-small">
        {label}
      </label>
      <input id={id} name={id} type="text" defaultValue={value ?? ''} lang={lang} autoComplete="off" />
    </div>
  );
}

type MoneyProps = { lang: Lang; as: 'amount' | 'valuation'; name: string; entries: FormEntries };

function Money({ lang, as, name, entries }: MoneyProps) {
  const words = formWords[lang];
  const id = `f.${name}`;
  const at = (part: string) => entries[`${name}.${part}`];
  const select = (part: string, label: string, options: readonly string[]) => (
    <div>
      <label htmlFor={`${id}.${part}`} className="text-muted text-small">
        {label}
      </label>
      <select id={`${id}.${part}`} name={`${id}.${part}`} defaultValue={at(part) ?? ''}>
        <option value="">—</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="record-money">
      <Line id={`${id}.text`} label={words.words} value={at('text')} />
      {select('currency', words.currency, currencies)}
      <Line id={`${id}.min`} label={words.floor} value={at('min')} />
      <Line id={`${id}.max`} label={words.ceiling} value={at('max')} />
      {as === 'valuation' ? (
        select('when', words.when, ['pre', 'post', 'not-stated'])
      ) : (
        <>
          {select('kind', words.kindOfAmount, amountKinds)}
          {select('minBound', words.floorKnown, boundKinds)}
          {select('maxBound', words.ceilingKnown, boundKinds)}
        </>
      )}
    </div>
  );
}

/** Parts of a record, one below the other, with an empty one to add. */
function Parts({ lang, field, entries, problems, name }: InputProps) {
  const { form } = field;
  if (form.as !== 'parts') return null;
  const title = form.label[lang];
  const own = problems.filter((problem) => inputName(problem.field) === name);
  return (
    <fieldset className="record-parts">
      <legend>{title}</legend>
      <Wrong lang={lang} form={form} id={`f.${name}-wrong`} problems={own} />
      {Array.from({ length: partsIn(entries, name) }, (_, at) => `${name}.${at}.`).map((prefix, at) => (
        <fieldset key={prefix} className="record-part">
          <legend>{formWords[lang].part(title, at + 1)}</legend>
          <RecordInputs
            lang={lang}
            fields={form.inner}
            entries={entries}
            problems={problems}
            prefix={prefix}
          />
        </fieldset>
      ))}
    </fieldset>
  );
}
