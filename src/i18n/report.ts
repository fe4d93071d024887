import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** Reporting an error on a figure. */
export const reportWords = messages({
  zh: {
    title: '报告错误',
    description: '不用登录。编辑会核对来源，改正后在变更记录里说明。',
    about: '关于',
    text: '哪里不对？',
    textHint: '写下正确的内容，或哪里与来源不符。',
    source: '来源链接（可不填）',
    sourceHint: '能证明的网页、公告或论文。',
    send: '提交',
    back: '回到那一页',
    again: '再报告一处',
  },
  en: {
    title: 'Report an error',
    description: 'No account needed. Editors check the sources; a correction shows in the list of changes.',
    about: 'About',
    text: 'What is wrong?',
    textHint: 'Write what it should say, or where it differs from the source.',
    source: 'Link to a source (optional)',
    sourceHint: 'A page, an announcement or a paper that shows it.',
    send: 'Send',
    back: 'Back to the page',
    again: 'Report another',
  },
});

/** What became of a report, by the code in the address. */
export const reportOutcomes: Readonly<Record<string, Bilingual>> = {
  sent: { zh: '收到了，谢谢。编辑会核对。', en: 'Received, thank you. An editor will check it.' },
  text: { zh: '请用 5 到 2000 个字说明哪里不对。', en: 'Say what is wrong in 5 to 2,000 characters.' },
  source: {
    zh: '链接要以 http:// 或 https:// 开头；没有可以不填。',
    en: 'A link starts with http:// or https://; leave it empty if you have none.',
  },
  page: {
    zh: '看不出是哪一页。请从那一页上的来源标记重新进入。',
    en: 'It is not clear which page. Come again from the source mark on that page.',
  },
  'too-often': { zh: '你已提交多次，请过一小时再来。', en: 'You have sent several. Come again in an hour.' },
  full: {
    zh: '待核对的报告太多，暂时不收。请过几天再来。',
    en: 'Too many reports are waiting. Come again in a few days.',
  },
};
