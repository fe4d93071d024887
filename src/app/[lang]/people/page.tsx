import { ListPage, type ListProps, listMetadata, readList } from '@/app/list-page';
import type { MoveOnRecord } from '@/database/queries/people-moves';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { placeOf } from '@/domain/place';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { peopleWords } from '@/i18n/people';
import { people } from '@/lists/people/definition';
import { arrivalsOf, byPerson, groupsOf, type MoveGroup } from '@/lists/people/move-groups';
import { organizationKindNames } from '@/records/organization/book';
import { moveKindNames } from '@/records/people-move/book';
import { DefinitionList } from '@/ui/definition-list';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Section } from '@/ui/section';
import { Timeline } from '@/ui/timeline';

export const generateMetadata = (props: ListProps) => listMetadata(people, props);

/** Who moved where, by the organization that they left. */
export default async function PeoplePage(props: ListProps) {
  const { lang, list, rows: moves } = await readList(people, props, async (_, page) => page);
  const words = peopleWords[lang];
  return (
    <ListPage lang={lang} definition={people} list={list}>
      {groupsOf(moves).map((group) => (
        <Group key={group.from?.slug ?? ''} lang={lang} group={group} />
      ))}
      <Section id="arrivals" title={words.arrivals}>
        <DefinitionList
          items={arrivalsOf(moves).map(({ to, moves: own }) => ({
            term: to.name[lang],
            value: joinList(
              lang,
              own.map((move) =>
                // The date of one who left first and came later is that of the leaving.
                move.kind === 'left' ? move.person[lang] : `${move.person[lang]} ${shortly(move, lang)}`,
              ),
            ),
          }))}
        />
      </Section>
      <Section id="persons" title={words.persons}>
        <DefinitionList
          items={byPerson(moves).map((own) => ({
            term: own[0]?.person[lang] ?? '',
            value: (
              <span className="flex flex-wrap gap-x-4">
                {own.map((move) => (
                  <a key={move.slug} href={`#${move.from === null ? 'unknown' : `from-${move.from.slug}`}`}>
                    {`${((move.kind === 'left' ? move.from : move.joined) ?? move.from)?.name[lang] ?? words.nowhere} ${shortly(move, lang)}`}
                  </a>
                ))}
              </span>
            ),
          }))}
        />
      </Section>
    </ListPage>
  );
}

/** What sort of move, and when: 加入 2024年8月. */
function shortly({ kind, date }: MoveOnRecord, lang: Lang): string {
  const when = date === null ? '' : formatPartialDate(date, lang);
  return [kind === null ? '' : moveKindNames[kind][lang], when].filter((part) => part !== '').join(' ');
}

function Group({ lang, group }: { lang: Lang; group: MoveGroup }) {
  const words = peopleWords[lang];
  const { from, moves } = group;
  const place = from?.place === null || from === null ? undefined : placeOf(from.place);
  const facts = [from === null ? undefined : organizationKindNames[from.kind][lang], place?.name[lang]];
  return (
    <Section
      id={from === null ? 'unknown' : `from-${from.slug}`}
      title={from === null ? words.nowhere : from.name[lang]}
      note={
        from === null ? undefined : (
          <>
            {facts.filter((each) => each !== undefined).join(' · ')}
            {' · '}
            <a href={href(lang, `/vendors/${from.slug}`)}>{words.aboutOrganization}</a>
          </>
        )
      }
      more={words.people(new Set(moves.map(({ person }) => person.zh)).size)}
    >
      <div className="max-w-text">
        <Timeline entries={moves.map((move) => entryOf(move, lang))} />
      </div>
    </Section>
  );
}

function entryOf(move: MoveOnRecord, lang: Lang) {
  const words = peopleWords[lang];
  const { person, kind, was, did, joined, date, note, evidence, slug, id } = move;
  return {
    key: slug,
    date: date === null ? words.undated : formatPartialDate(date, lang),
    ...(date !== null && /^\d{4}(-\d{2}){0,2}$/.test(date) ? { dateTime: date } : {}),
    title: (
      <>
        <strong className="font-semibold">{person[lang]}</strong>
        {lang === 'zh' ? `（${was.zh}）` : ` · ${was.en}`}
      </>
    ),
    detail: (
      <>
        <p className="text-ink">
          {kind === null ? null : <span className="badge me-2">{moveKindNames[kind][lang]}</span>}
          {did[lang]}
          <EvidenceMark lang={lang} id={`move-${id}`} evidence={evidence} />
        </p>
        {joined === null ? null : (
          <p>
            {words.joined}
            {lang === 'zh' ? '：' : ': '}
            <a href={href(lang, `/vendors/${joined.slug}`)}>{joined.name[lang]}</a>
          </p>
        )}
        {note === null ? null : <p className="text-small">{note[lang]}</p>}
      </>
    ),
  };
}
