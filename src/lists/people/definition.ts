import { type MoveOnRecord, peopleMoves } from '@/database/queries/people-moves';
import { peopleWords } from '@/i18n/people';
import type { Field } from '@/records/book';
import { peopleMoveBook } from '@/records/people-move/book';
import { defineList } from '../engine/define-list';
import { fieldColumn } from '../engine/field-column';
import { slugColumn } from '../engine/table';
import { findingOf, groupsOf } from './move-groups';

const column = (key: keyof typeof peopleMoveBook, read: (move: MoveOnRecord) => unknown) =>
  fieldColumn<MoveOnRecord>(key, peopleMoveBook[key] as Field, read);

/** Who moved where, newest first. */
export const people = defineList({
  slug: 'people',
  kind: 'people-move',
  words: peopleWords,
  parameters: {},
  pageSize: 1000,
  read: peopleMoves,
  facets: [],
  values: {},
  columns: [
    slugColumn<MoveOnRecord>(),
    column('person', ({ person }) => person),
    column('kind', ({ kind }) => kind),
    column('date', ({ date }) => date),
    column('organization', ({ from }) => from),
    column('was', ({ was }) => was),
    column('joined', ({ joined }) => joined),
    column('did', ({ did }) => did),
    column('note', ({ note }) => note),
  ],
  finding: ({ matching }, lang) => findingOf(groupsOf(matching), lang),
});
