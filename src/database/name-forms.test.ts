import { describe, expect, it } from 'vitest';
import { folded, initialsOf, nameForms, pinyinOf } from './name-forms';

describe('names as they are compared', () => {
  it('have one case, one width, no accents and no punctuation', () => {
    expect(folded('ＥＲＮＩＥ－Bot 4.0')).toBe('erniebot40');
    expect(folded('Café Müller')).toBe('cafemuller');
    expect(folded('「文心·一言」')).toBe('文心一言');
    expect(folded('%_\\\'"*')).toBe('');
  });

  it('are found by pinyin and by its first letters', () => {
    expect(pinyinOf('文心一言')).toBe('wenxinyiyan');
    expect(initialsOf('文心一言')).toBe('wxyy');
    expect(pinyinOf('盘古NLP大模型')).toBe('pangunlpdamoxing');
    expect(initialsOf('盘古NLP大模型')).toBe('pgnlpdmx');
    expect(pinyinOf('吕')).toBe('lv');
  });

  it('are each kept once, the name before what is derived from it', () => {
    expect(
      nameForms(['百度', 'Baidu'], ['百度公司', 'BAIDU'], 'baidu').map(({ form, folded: as }) => [form, as]),
    ).toEqual([
      ['name', '百度'],
      ['name', 'baidu'],
      ['alias', '百度公司'],
      ['initials', 'bd'],
      ['pinyin', 'baidugongsi'],
      ['initials', 'bdgs'],
    ]);
  });
});
