const texts = {
  away: {
    zh: ['稍后恢复', '暂时读不到资料，数据没有丢失。请一分钟后刷新页面。'],
    en: [
      'Back in a moment',
      'The facts cannot be read just now. Nothing is lost. Please reload the page in a minute.',
    ],
  },
  busy: {
    zh: ['访问的人太多', '现在排队的请求太多，这一页来不及生成。请过几秒刷新页面。'],
    en: [
      'Too many at once',
      'More is asked for than can be made just now. Please reload the page in a few seconds.',
    ],
  },
} as const;

/** The style of the page, which its policy names. */
export const unavailableStyle =
  ':root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem}';

/**
 * What a reader sees when the facts cannot be read (`away`) or too many ask at once (`busy`), and the page was never
 * seen before. Needs nothing but itself.
 */
export function unavailablePage(why: 'away' | 'busy', english: boolean): string {
  const [title, text] = texts[why][english ? 'en' : 'zh'];
  return `<!doctype html><html lang="${english ? 'en' : 'zh-CN'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${unavailableStyle}</style><h1>${title}</h1><p>${text}</p></html>`;
}
