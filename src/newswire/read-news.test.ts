import { describe, expect, it } from 'vitest';
import { handwrittenLines, knownNames, scoreOf } from '../../bench/newswire';
import { newsEventJson } from './news-json';
import { readNews } from './read-news';

const read = (text: string) => readNews(text).map(newsEventJson);

describe('the reader of news', () => {
  it('reads every labelled line as a person did', async () => {
    const known = await knownNames();
    for (const line of await handwrittenLines()) {
      const { right, all, taken } = scoreOf([line], known);
      expect({ right, taken }, line.text).toEqual({ right: all, taken: 0 });
    }
  });

  it('gives valuation and date, and says nothing of what is not stated', () => {
    expect(read('2024年3月5日，星辰智能宣布完成数亿元B轮融资，投后估值约20亿美元')).toEqual([
      {
        company: '星辰智能',
        round: 'B轮',
        amount: { text: '数亿元', currency: 'CNY', min: 1e8, max: 1e9 },
        valuation: { text: '约20亿美元', currency: 'USD', min: 1.8e9, max: 2.2e9 },
        investors: [],
        date: { value: '2024-03-05', precision: 'day' },
      },
    ]);
    expect(read('星辰智能获A轮融资')[0]).toMatchObject({
      amount: null,
      valuation: null,
      investors: [],
      date: null,
    });
  });

  it('shows where each field stands in the original text, full-width or not', () => {
    const text = '快讯｜「星辰智能」完成１.２亿元Ａ轮融资，Ｂ资本领投';
    const [event] = readNews(text);
    const at = (found: { start: number; end: number } | null | undefined) =>
      found ? text.slice(found.start, found.end) : null;
    expect([at(event?.company), at(event?.amount), at(event?.round), at(event?.investors[0])]).toEqual([
      '星辰智能',
      '１.２亿元',
      'Ａ轮',
      'Ｂ资本',
    ]);
  });

  it('takes a headline and its paragraph for one event', () => {
    const text = '星辰智能完成A轮融资\n近日，星辰智能宣布完成2亿元A轮融资，由红杉中国领投。';
    expect(read(text)).toMatchObject([
      { amount: { min: 2e8 }, investors: [{ name: '红杉中国', role: 'lead' }] },
    ]);
  });

  it('keeps a known company whole, and what stands before it out', () => {
    const names = { organizations: ['沐曦'] };
    expect(readNews('国产GPU新势力沐曦完成10亿元Pre-B轮融资', names)[0]?.company.value).toBe('沐曦');
  });
});
