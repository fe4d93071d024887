import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { participationRoleNames } from '@/records/funding-event/book';
import { type ParticipationRole, participationRoles } from '@/records/funding-event/schema';
import { EvidenceMark } from '@/ui/evidence-mark';

/** Investors, leads first, each with its role. */
export function Participants({ lang, event }: { lang: Lang; event: FundingEventInFull }) {
  const words = fundingPage[lang];
  if (event.participations.length === 0) return <p className="text-table">{words.noParticipants}</p>;
  const rank = (role: ParticipationRole | null) =>
    role === null ? participationRoles.length : participationRoles.indexOf(role);
  const sorted = event.participations.toSorted((a, b) => rank(a.role) - rank(b.role));
  const evidence = evidenceForField(event.evidence, 'participations');
  return (
    <>
      <ul className="gap-x-10 text-table sm:columns-2 lg:columns-3">
        {sorted.map(({ investor, role, note }) => (
          <li key={investor.slug} className="break-inside-avoid border-rule border-b py-1.5">
            <a href={href(lang, `/vendors/${investor.slug}`)}>{investor.name[lang]}</a>
            {role === null ? null : (
              <span className="ms-2 text-muted text-small">{participationRoleNames[role][lang]}</span>
            )}
            {note === null ? null : <span className="block text-muted text-small">{note[lang]}</span>}
          </li>
        ))}
      </ul>
      {evidence.length === 0 ? null : (
        <p className="mt-2 text-muted text-small">
          {words.sources}
          <EvidenceMark lang={lang} id="participants" evidence={evidence} />
        </p>
      )}
    </>
  );
}
