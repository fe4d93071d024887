import type { Lang } from '@/domain/bilingual';
import { dateSpan } from '@/domain/partial-date';
import { formatRound, parseRound, roundFamilyName } from '@/domain/round';
import { methodWords } from '@/i18n/method';
import { DataTable } from '@/ui/data-table';
import { PartialTime } from '@/ui/partial-time';

/** Labels of rounds as they occur, read by the rules that read the news. */
export function RoundSamples({ lang }: { lang: Lang }) {
  const words = methodWords[lang];
  return (
    <div className="max-w-text">
      <DataTable
        caption={words.rounds}
        captionHidden
        rows={words.labels}
        rowKey={(label) => label}
        columns={[
          { key: 'label', header: words.label, width: '30%', cell: (label) => label },
          { key: 'read', header: words.readAs, cell: (label) => roundText(label, lang) },
        ]}
      />
    </div>
  );
}

function roundText(label: string, lang: Lang): string {
  const words = methodWords[lang];
  const read = parseRound(label);
  if (!read.ok) return words.refused(read.reason[lang]);
  const { round } = read;
  const family = roundFamilyName(round.family, lang);
  const name = formatRound(round, lang);
  return name === family ? name : `${name}${words.comma}${words.stage(family)}`;
}

/** Dates of each precision, and the days that they may mean. */
export function DateSamples({ lang }: { lang: Lang }) {
  const words = methodWords[lang];
  return (
    <div className="max-w-text">
      <DataTable
        caption={words.dates}
        captionHidden
        rows={words.dateSamples}
        rowKey={(date) => date}
        columns={[
          {
            key: 'date',
            header: words.known,
            width: '40%',
            cell: (date) => <PartialTime lang={lang} date={date} />,
          },
          {
            key: 'span',
            header: words.covers,
            cell: (date) => {
              const { from, to } = dateSpan(date);
              return <span className="tabular">{from === to ? from : `${from} – ${to}`}</span>;
            },
          },
        ]}
      />
    </div>
  );
}
