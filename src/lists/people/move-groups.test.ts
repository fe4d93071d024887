import { expect, test } from 'vitest';
import type { MoveEnd, MoveOnRecord } from '@/database/queries/people-moves';
import { arrivalsOf, byPerson, findingOf, groupsOf } from './move-groups';

const end = (slug: string): MoveEnd => ({
  slug,
  name: { zh: slug, en: slug },
  kind: 'internet',
  place: null,
});

function move(person: string, part: Partial<MoveOnRecord>): MoveOnRecord {
  return {
    id: 1,
    slug: person,
    person: { zh: person, en: person },
    kind: null,
    was: { zh: '科学家', en: 'Scientist' },
    from: null,
    did: { zh: '创业', en: 'Starts a company' },
    joined: null,
    date: null,
    note: null,
    evidence: [],
    ...part,
  };
}

test('the largest group first, the unknown one last', () => {
  const groups = groupsOf([
    move('p', {}),
    move('q', {}),
    move('r', { from: end('one') }),
    move('s', { from: end('two') }),
    move('t', { from: end('two') }),
  ]);
  expect(groups.map(({ from, moves }) => [from?.slug ?? null, moves.length])).toEqual([
    ['two', 2],
    ['one', 1],
    [null, 2],
  ]);
});

test('the finding counts people, their years, and where they went', () => {
  const groups = groupsOf([
    move('p', { from: end('one'), date: '2023-02', joined: end('new') }),
    move('p', { from: end('one'), date: '2024' }),
    move('q', { from: end('two'), date: null }),
  ]);
  expect(findingOf(groups, 'zh')).toBe(
    '收录 2 人，来自 2 家机构：one、two。时间从 2023 年到 2024 年。1 人的去向有记录：new。',
  );
});

test('says that nobody joined an organization on record', () => {
  expect(findingOf(groupsOf([move('p', { from: end('one'), date: '2023' })]), 'en')).toBe(
    'One person on record, from one. All in 2023. None has yet joined or founded an organization that is on record here.',
  );
});

test('groups by where people went, and by person, oldest move first', () => {
  const moves = [
    move('p', { date: '2025', from: end('two'), joined: end('three') }),
    move('q', { date: '2024', from: end('three'), kind: 'promoted' }),
    move('p', { date: '2023', from: end('one'), joined: end('two') }),
    move('r', { date: '2023', from: end('one'), kind: 'left' }),
  ];
  expect(arrivalsOf(moves).map(({ to, moves: own }) => [to.slug, own.length])).toEqual([
    ['three', 2],
    ['two', 1],
  ]);
  expect(byPerson(moves).map((own) => own.map(({ person, date }) => [person.zh, date]))).toEqual([
    [
      ['p', '2023'],
      ['p', '2025'],
    ],
    [['q', '2024']],
    [['r', '2023']],
  ]);
});
