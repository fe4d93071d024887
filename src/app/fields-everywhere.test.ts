import { describe, expect, it } from 'vitest';
import { modelSubjects } from '@/compare/subjects/models';
import { storage } from '@/database/record-storage';
import { formFieldsOf } from '@/editorial/record-fields';
import { findDatasetTable } from '@/exchange/export/dataset-table';
import { fieldsOf, importKinds } from '@/exchange/import/columns';
import { modelColumns } from '@/lists/models/parameters';
import { kebab } from '@/records/book';
import { books } from '@/records/books';
import { recordKinds } from '@/records/record';
import { openApiDocument } from './api/v1/openapi';

/** Fields of a model that are no row of its comparison: names, links, notes, and what other rows say. */
const notCompared = ['slug', 'name', 'aliases', 'category', 'family', 'urls', 'note', 'citations'];

describe('every field of a field book', () => {
  const document = JSON.stringify(openApiDocument());

  it.each(recordKinds)(
    'of kind %s is stored, in the form, in the data package, in the API’s document',
    (kind) => {
      const { plain, groups, spans, refs, lists, children } = storage[kind];
      const stored = [plain, spans, ...[groups, refs, lists, children].map(Object.keys)].flat();
      const form = formFieldsOf(kind).map(({ name }) => name);
      const columns = findDatasetTable(kind)?.columns.map(({ name }) => name.split('.')[0]) ?? [];
      for (const [key, field] of Object.entries(books[kind])) {
        expect(stored, key).toContain(key);
        expect(form, key).toContain(key);
        if (field.as !== 'parts') expect(columns, key).toContain(key);
        expect(document, key).toContain(`"${key}":`);
      }
    },
  );

  it.each(importKinds)('of kind %s is a column of an import', (kind) => {
    const known = fieldsOf(kind);
    for (const [key, field] of Object.entries(books[kind]))
      if (field.as !== 'parts') expect(known).toContain(key);
  });

  it('of a model is a row of the comparison, unless it is named here', () => {
    const rows = modelSubjects.dimensions.map(({ key }) => key);
    for (const key of Object.keys(books.model))
      expect(rows.includes(kebab(key)), key).toBe(!notCompared.includes(key));
  });

  it('of a model that the book puts into the list is a column that the address can name', () => {
    expect(Object.keys(modelColumns)).toEqual([
      'vendor',
      'tier',
      'industries',
      'modalities',
      'parameters',
      'active-parameters',
      'context-length',
      'access',
      'licence',
      'released',
    ]);
  });
});
