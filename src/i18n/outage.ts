import { messages } from './messages';

/** What pages say while the database is away, or when writing failed. */
export const outage = messages({
  zh: {
    asOf: (edition: number) => `暂时连不上数据库。这是第 ${edition} 版的内容，可能已有更新的版次。`,
    title: '还没有保存',
    text: '现在写不进数据库，什么都没有丢：你填写的内容都在这一页里。请不要关闭它，过一分钟再点“再试一次”。',
    signedOut: '你已退出登录',
    signedOutText: '什么都没有丢：你填写的内容都在这一页里。请在另一个窗口登录，再回到这里点“再试一次”。',
    signIn: '在新窗口登录',
    files: (names: string) => `选好的文件（${names}）无法保留，请回到上一页重新选择。`,
    again: '再试一次',
    entered: '你填写的内容',
  },
  en: {
    asOf: (edition) =>
      `The database cannot be reached just now. This is edition ${edition}; there may be a newer one.`,
    title: 'Not saved yet',
    text: 'The database cannot be written to just now. Nothing is lost: what you entered is in this page. Keep it open and press “Try again” in a minute.',
    signedOut: 'You were signed out',
    signedOutText:
      'Nothing is lost: what you entered is in this page. Sign in in another window, then come back here and press “Try again”.',
    signIn: 'Sign in in a new window',
    files: (names) => `A chosen file (${names}) cannot be kept. Go back and choose it again.`,
    again: 'Try again',
    entered: 'What you entered',
  },
});
