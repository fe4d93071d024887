import type { Bilingual } from '@/domain/bilingual';
import type { RowPlan, RowTools } from './row-plan';

/** Reads the move of a person: where somebody was, and where they went. */
export function peopleMoveOf({ reader, needed, decision }: RowTools): RowPlan {
  const texts = (field: string): Bilingual => {
    const whole = reader.text(field);
    const [zh, en] = [reader.text(`${field}.zh`), reader.text(`${field}.en`)];
    return { zh: zh || whole || en, en: en || whole || zh };
  };
  const person = texts('person');
  if (person.zh === '') reader.refuse('person', '', { zh: '没有人物', en: 'There is no person.' });
  const source = needed.source(reader);
  const employer = (field: string) =>
    reader.text(field) === ''
      ? null
      : needed.organization(field, reader.at(field), 'employer', source, reader, decision);
  const [organization, joined] = [employer('organization'), employer('joined')];
  const date = reader.date('date');
  const or = (field: string, slug: string | null, column: string): Bilingual => {
    const other = reader.text(column) || slug || '—';
    return texts(field).zh === '' ? { zh: other, en: other } : texts(field);
  };
  const payload = {
    person,
    was: or('was', organization, 'organization'),
    organization,
    did: or('did', joined, 'joined'),
    joined,
    date,
    citations: [{ source, kind: 'claimed' }],
  };
  return { name: person.zh, slug: needed.slug(reader, [person.en, date ?? ''].join(' ').trim()), payload };
}
