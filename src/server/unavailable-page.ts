/** What a reader sees when the facts cannot be read and the page was never seen before. Needs nothing but itself. */
export function unavailablePage(english: boolean): string {
  const title = english ? 'Back in a moment' : '稍后恢复';
  const text = english
    ? 'The facts cannot be read just now. Nothing is lost. Please reload the page in a minute.'
    : '暂时读不到资料，数据没有丢失。请一分钟后刷新页面。';
  return `<!doctype html><html lang="${english ? 'en' : 'zh-CN'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>:root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem}</style><h1>${title}</h1><p>${text}</p></html>`;
}
