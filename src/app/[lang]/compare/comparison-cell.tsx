import { disagreementIn } from '@/compare/disagreement';
import type { Cell } from '@/compare/subject-kind';
import { rangeText } from '@/compare/text';
import type { Value as ComparedValue, MoneyTotal, Named } from '@/compare/value';
import { formatMoney } from '@/domain/amount';
import type { Lang } from '@/domain/bilingual';
import { compareWords } from '@/i18n/compare';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { formatNumber } from '@/i18n/numbers';
import { Disclosure } from '@/ui/disclosure';
import { EvidenceMark } from '@/ui/evidence-mark';
import { PartialTime } from '@/ui/partial-time';
import { RangeText } from '@/ui/range-text';
import type { MarkToCome, SharedNote } from '@/ui/shared-notes';
import { Unknown } from '@/ui/unknown';
import { Value } from '@/ui/value';

/** Names in a cell before the rest folds away. */
const namedAtOnce = 6;

type Props = {
  lang: Lang;
  cell: Cell;
  /** Unique on the page. */
  id: string;
  /** The page of the subject, which says the evidence in full; without the language. */
  inFull?: string;
  /** What other cells say the same of. */
  note?: SharedNote;
};

/** The mark of a cell before it is drawn; `id` as the cell has it. */
export function markOfCell(cell: Cell, id: string, inFull: string | undefined, lang: Lang): MarkToCome {
  const disputed = disagreementIn(cell, lang).length > 0;
  return { id, evidence: cell.value === null ? [] : cell.evidence, inFull, disputed };
}

/** A value with its mark, or why there is none. */
export function ComparisonCell({ lang, cell, id, inFull, note }: Props) {
  if (cell.value === null) return <Unknown lang={lang} why={cell.missing} />;
  const disagreement = disagreementIn(cell, lang);
  const mark = (
    <EvidenceMark
      lang={lang}
      id={id}
      evidence={cell.evidence}
      disputed={disagreement.length > 0}
      inFull={inFull}
      {...note}
    />
  );
  return (
    <>
      <Shown lang={lang} value={cell.value} mark={mark} />
      {disagreement.length === 0 ? null : (
        <span className="compare-detail block">
          {compareWords[lang].disagree}
          {marks[lang].colon}
          {disagreement.map(({ stated, sources }) => `“${stated}”（${sources.join('、')}）`).join(' / ')}
        </span>
      )}
    </>
  );
}

type ShownProps = { lang: Lang; mark: React.ReactNode };

function Shown({ lang, value, mark }: ShownProps & { value: ComparedValue }) {
  if (value.kind === 'names') return <Names lang={lang} names={value.of} mark={mark} />;
  if (value.kind === 'count') return <Value evidence={mark}>{formatNumber(lang, value.of)}</Value>;
  if (value.kind === 'date')
    return (
      <Value evidence={mark}>
        <PartialTime lang={lang} date={value.of} />
      </Value>
    );
  if (value.kind === 'range') return <Value evidence={mark}>{rangeText(value.of, lang)}</Value>;
  if (value.kind === 'money') return <Money lang={lang} money={value.of} mark={mark} />;
  return (
    <>
      {value.of.map((text, at) => (
        <p key={text.en} className="compare-words">
          <Value evidence={at === value.of.length - 1 ? mark : null}>{text[lang]}</Value>
        </p>
      ))}
    </>
  );
}

function Names({ lang, names, mark }: ShownProps & { names: readonly Named[] }) {
  if (names.every(({ path, detail }) => path === null && detail === undefined)) {
    return <Value evidence={mark}>{names.map(({ name }) => name[lang]).join(marks[lang].list)}</Value>;
  }
  // One more than fits is shown as well: a fold that hides one thing saves nothing.
  const first = names.length <= namedAtOnce + 1 ? names : names.slice(0, namedAtOnce);
  const rest = names.slice(first.length);
  return (
    <>
      <ul className="compare-names">
        {first.map((each, at) => (
          <li key={each.path ?? each.name.en}>
            <Value evidence={at === first.length - 1 ? mark : null}>
              <Name lang={lang} named={each} />
            </Value>
          </li>
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <Disclosure summary={compareWords[lang].more(rest.length)}>
          <ul className="compare-names">
            {rest.map((each) => (
              <li key={each.path ?? each.name.en}>
                <Name lang={lang} named={each} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Name({ lang, named: { name, path, detail } }: { lang: Lang; named: Named }) {
  return (
    <>
      {path === null ? name[lang] : <a href={href(lang, path)}>{name[lang]}</a>}
      {detail === undefined ? null : <span className="compare-detail"> {detail[lang]}</span>}
    </>
  );
}

function Money({ lang, money, mark }: ShownProps & { money: MoneyTotal }) {
  const { currency, atLeast, atMost, counted, undisclosed, contained = 0, leftOut = [] } = money;
  const words = compareWords[lang];
  const left = leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Value evidence={mark}>
        <RangeText
          lang={lang}
          min={atLeast}
          max={atMost}
          format={(value) => formatMoney(value, currency, lang)}
        />
      </Value>
      <span className="compare-detail block">
        {[
          words.moneyEvents(counted, undisclosed),
          ...(contained === 0 ? [] : [words.moneyContained(contained)]),
          ...(left === 0 ? [] : [words.moneyLeftOut(left)]),
        ].join(marks[lang].semicolon)}
      </span>
    </>
  );
}
