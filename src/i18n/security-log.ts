import type { Bilingual } from '@/domain/bilingual';
import type { SecurityKind } from '@/domain/security-line';
import { messages } from './messages';

/** The admin's log of what happened to accounts. */
export const securityWords = messages({
  zh: {
    title: '安全日志',
    note: (event: number, tries: number) =>
      `只增不改。登录失败保留 ${tries} 天，其余保留 ${event} 天；服务器日志里也有，带 security 字段。`,
    none: '还没有记录。',
    when: '时间',
    what: '事件',
    account: '账号',
    by: '操作者',
    address: '网络地址',
    detail: '说明',
    unknown: '（不是邮箱）',
    commandLine: '命令行',
    newest: '回到最新',
    earlier: '更早',
  },
  en: {
    title: 'Security log',
    note: (event, tries) =>
      `Only added to. Failed sign-ins stay for ${tries} days, all else for ${event} days; the server's log has them too, under “security”.`,
    none: 'Nothing yet.',
    when: 'When',
    what: 'What',
    account: 'Account',
    by: 'By',
    address: 'Address',
    detail: 'Details',
    unknown: '(no e-mail address)',
    commandLine: 'command line',
    newest: 'Newest',
    earlier: 'Earlier',
  },
});

export const securityKindNames: Readonly<Record<SecurityKind, Bilingual>> = {
  'signed-in': { zh: '登录', en: 'Signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  'sign-in-refused': { zh: '登录失败太多，暂停', en: 'Sign-in paused after too many failures' },
  'account-made': { zh: '建立账号', en: 'Account made' },
  'account-removed': { zh: '移除账号', en: 'Account removed' },
  'role-changed': { zh: '更改角色', en: 'Role changed' },
  'password-changed': { zh: '更改密码', en: 'Password changed' },
  'password-change-failed': { zh: '更改密码失败', en: 'Password change failed' },
  'password-change-refused': {
    zh: '更改密码失败太多，暂停',
    en: 'Password change paused after too many failures',
  },
  'password-set': { zh: '命令行设置密码', en: 'Password set from the command line' },
  'passkey-added': { zh: '添加通行密钥', en: 'Passkey added' },
  'passkey-removed': { zh: '移除通行密钥', en: 'Passkey removed' },
  'invitation-made': { zh: '生成邀请链接', en: 'Invitation made' },
  'invitation-used': { zh: '接受邀请', en: 'Invitation used' },
  'reset-made': { zh: '生成重设密码的链接', en: 'Link for a new password made' },
  'reset-used': { zh: '重设密码', en: 'Password reset' },
  'link-revoked': { zh: '作废链接', en: 'Link revoked' },
  'token-made': { zh: '建立令牌', en: 'Token made' },
  'token-revoked': { zh: '作废令牌', en: 'Token revoked' },
};
