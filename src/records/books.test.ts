import { describe, expect, it } from 'vitest';
import { books, fieldName } from './books';
import { readText } from './reading';
import { recordKinds, recordSchemas } from './record';

describe('field books', () => {
  it('have an entry for every field of every kind, and none besides', () => {
    for (const kind of recordKinds)
      expect(Object.keys(books[kind]).sort(), kind).toEqual(Object.keys(recordSchemas[kind].shape).sort());
  });

  it('say every field in both languages', () => {
    for (const kind of recordKinds)
      for (const [key, { label }] of Object.entries(books[kind])) {
        expect(label.zh, `${kind}.${key}`).toMatch(/\p{Script=Han}/u);
        expect(label.en, `${kind}.${key}`).toMatch(/^[A-Z][a-z ()]+/);
      }
  });

  it('name the fields of parts too, and leave what they do not know as it is', () => {
    expect(fieldName('funding-event', 'amount', 'en')).toBe('Amount');
    expect(fieldName('model', 'contextLength', 'zh')).toBe('上下文长度');
    expect(fieldName('model', 'gone', 'en')).toBe('gone');
  });

  it('read a value out of a text, or say why not', () => {
    const { model } = books;
    const read = (key: string, text: string) => {
      const field = model[key];
      return field ? readText(field, text) : null;
    };
    expect(read('contextLength', '128K')).toEqual({ value: 128_000 });
    expect(read('contextLength', '131,072')).toEqual({ value: 131_072 });
    expect(read('activeParameters', '370亿')).toEqual({ value: 37_000_000_000 });
    expect(read('contextLength', 'long')).toHaveProperty('reason');
    expect(read('released', '2024年5月')).toEqual({ value: '2024-05' });
    expect(read('access', '开放权重、API')).toEqual({ value: ['open-weights', 'api'] });
    expect(read('access', '开放权重、某处')).toHaveProperty('reason');
    expect(read('tier', 'General')).toEqual({ value: 'general' });
    expect(read('family', '是')).toEqual({ value: true });
    expect(read('licence', 'Apache-2.0')).toEqual({ value: 'Apache-2.0' });
  });
});
