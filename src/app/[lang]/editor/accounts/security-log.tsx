import { keptDays } from '@/accounts/security-log';
import { clients } from '@/database/client';
import { securityEvents } from '@/database/queries/security-events';
import type { Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { securityKindNames, securityWords } from '@/i18n/security-log';
import { DataTable } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { shownTime } from '../shown-time';

type Props = { lang: Lang; before: number | null };

/** What happened to accounts, the newest first, a page at a time. */
export async function SecurityLog({ lang, before }: Props) {
  const words = securityWords[lang];
  const { events, next } = await securityEvents(clients().current, before);
  return (
    <Section id="log" title={words.title}>
      <p className="mb-4 max-w-text text-muted text-small">
        {words.note(keptDays.event, keptDays.signInTry)}
      </p>
      <DataTable
        caption={words.title}
        captionHidden
        stack
        rows={events}
        rowKey={({ id }) => String(id)}
        empty={words.none}
        columns={[
          { key: 'when', header: words.when, width: '11rem', cell: ({ at }) => shownTime(at, lang) },
          {
            key: 'what',
            header: words.what,
            cell: ({ kind }) =>
              Object.hasOwn(securityKindNames, kind)
                ? securityKindNames[kind as keyof typeof securityKindNames][lang]
                : kind,
          },
          {
            key: 'account',
            header: words.account,
            cell: ({ account }) => <span className="break-all">{account ?? words.unknown}</span>,
          },
          {
            key: 'by',
            header: words.by,
            cell: ({ byAccount }) => <span className="break-all">{byAccount ?? '—'}</span>,
          },
          {
            key: 'address',
            header: words.address,
            width: '9rem',
            cell: ({ address }) => <span className="break-words">{address ?? words.commandLine}</span>,
          },
          { key: 'detail', header: words.detail, cell: ({ detail }) => detail ?? '' },
        ]}
      />
      <nav className="mt-6 flex gap-6 text-small" aria-label={words.title}>
        {before === null ? null : <a href={href(lang, '/editor/accounts#log')}>{words.newest}</a>}
        {next === null ? null : (
          <a rel="next" href={href(lang, `/editor/accounts?before=${next}#log`)}>
            {words.earlier} →
          </a>
        )}
      </nav>
    </Section>
  );
}
