import { describe, expect, it } from 'vitest';
import { citedTitle, readPageName, sourceByline } from './source-byline';

const copy = {
  publisher: '36氪',
  url: 'https://www.chengju.com/news/113979.html',
  via: 'republication',
  carrier: null,
} as const;

describe('who says it', () => {
  it('is the publisher where its own page was read, and where nobody has said', () => {
    expect(sourceByline({ ...copy, via: 'publisher' }, 'zh')).toBe('36氪');
    expect(sourceByline({ ...copy, via: null }, 'en')).toBe('36氪');
  });

  it('names the host of a copy, so that it does not pass for the publisher’s page', () => {
    expect(sourceByline(copy, 'zh')).toBe('36氪，经 chengju.com 转载');
    expect(sourceByline(copy, 'en')).toBe('36氪, republished at chengju.com');
  });

  it('prefers the name of who republished it', () => {
    const there = { ...copy, publisher: 'Bloomberg', carrier: 'The Business Times' };
    expect(sourceByline(there, 'en')).toBe('Bloomberg, republished at The Business Times');
  });

  it('says so where the copy does not tell whose it is, or where it stands', () => {
    expect(sourceByline({ ...copy, publisher: null }, 'zh')).toBe('chengju.com 转载，原出处不详');
    expect(sourceByline({ ...copy, publisher: null }, 'en')).toBe(
      'unnamed outlet, republished at chengju.com',
    );
    expect(sourceByline({ ...copy, publisher: null, url: null }, 'zh')).toBe('原出处不详（转载）');
    expect(sourceByline({ ...copy, url: null }, 'en')).toBe('36氪 (republished)');
  });

  it('tells a digest from what it sums up', () => {
    const digest = { publisher: '晚点LatePost', url: null, via: 'digest', carrier: 'Reportify' } as const;
    expect(sourceByline(digest, 'zh')).toBe('晚点LatePost，据 Reportify 摘编');
    expect(sourceByline(digest, 'en')).toBe('晚点LatePost, as summarised by Reportify');
    expect(sourceByline({ ...digest, publisher: 'AINews', carrier: null }, 'en')).toBe('AINews (digest)');
  });
});

describe('a source in a list', () => {
  it('is its title, with who republished it where a copy was read', () => {
    expect(citedTitle({ ...copy, title: '大模型 618' }, 'zh')).toBe(
      '大模型 618（36氪，经 chengju.com 转载）',
    );
    expect(citedTitle({ ...copy, via: 'publisher', title: '大模型 618' }, 'zh')).toBe('大模型 618');
  });

  it('never calls the link to a copy one to the original', () => {
    expect(readPageName({ via: 'publisher' }, 'en')).toBe('Read the original');
    expect(readPageName(copy, 'en')).toBe('Read the republished copy');
    expect(readPageName({ via: 'digest' }, 'zh')).toBe('查看摘编');
  });
});
