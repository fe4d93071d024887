import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The admin's page of other programs: tokens and webhooks. */
export const programWords = messages({
  zh: {
    title: '其他程序',
    description: '哪些程序可以通过接口写入，哪些地址会收到发布通知。',
    tokens: '写入用的令牌',
    tokensNote:
      '读取不需要令牌。令牌以建立它的账号的名义写入，权限不超过这个账号；账号失去角色或被移除，令牌随之失效。',
    owner: '归属',
    days: '有效期',
    day: (days: number) => `${days} 天`,
    expires: '失效于',
    name: '给哪个程序',
    scope: '可以做什么',
    make: '建立令牌',
    made: '新令牌只显示这一次，请现在复制：',
    created: '建立于',
    lastUsed: '最近使用',
    never: '从未使用',
    revoke: '作废',
    none: '还没有。',
    webhooks: '发布通知',
    webhooksNote:
      '每次发布都向这些地址 POST 一份 JSON，按 Standard Webhooks 签名；失败的会间隔越来越久地重试七次。内网地址不发送，除非启动时设置 WEBHOOKS_TO_PRIVATE_ADDRESSES=1。',
    address: '地址',
    add: '添加地址',
    secret: '签名密钥',
    remove: '移除',
    deliveries: '最近的通知',
    edition: '版次',
    state: '状态',
    attempts: '次数',
    answer: '回答',
    next: '下次',
    retry: '再试',
  },
  en: {
    title: 'Other programs',
    description: 'Which programs may write through the API, and which addresses are told of publications.',
    tokens: 'Tokens for writing',
    tokensNote:
      'Reading needs none. A token writes in the name of the account that made it and allows no more than that; when the account loses its role or is removed, so is the token.',
    owner: 'of',
    days: 'Good for',
    day: (days) => `${days} days`,
    expires: 'ends',
    name: 'For which program',
    scope: 'What it may do',
    make: 'Make a token',
    made: 'The new token is shown only this once; copy it now:',
    created: 'made',
    lastUsed: 'last used',
    never: 'never used',
    revoke: 'Revoke',
    none: 'None yet.',
    webhooks: 'Webhooks',
    webhooksNote:
      'Every publication is sent to these addresses as JSON by POST, signed as Standard Webhooks says; what fails is tried seven times more, with longer and longer pauses. Private addresses are never sent to, unless the site was started with WEBHOOKS_TO_PRIVATE_ADDRESSES=1.',
    address: 'Address',
    add: 'Add the address',
    secret: 'Signing secret',
    remove: 'Remove',
    deliveries: 'Newest deliveries',
    edition: 'Edition',
    state: 'State',
    attempts: 'Tries',
    answer: 'Answer',
    next: 'Next',
    retry: 'Try again',
  },
});

export const scopeNames = {
  propose: { zh: '提出修改', en: 'propose changes' },
  publish: { zh: '直接发布', en: 'publish' },
} as const satisfies Record<string, Bilingual>;

export const deliveryStates: Readonly<Record<string, Bilingual>> = {
  waiting: { zh: '等待', en: 'waiting' },
  delivered: { zh: '已送达', en: 'delivered' },
  'given-up': { zh: '已放弃', en: 'given up' },
};

/** What became of it, by the code in the address. */
export const programOutcomes: Readonly<Record<string, Bilingual>> = {
  made: { zh: '令牌已建立。', en: 'The token was made.' },
  name: { zh: '请写明给哪个程序、有效期多长。', en: 'Say which program it is for, and for how long.' },
  revoked: { zh: '令牌已作废。', en: 'The token was revoked.' },
  added: { zh: '地址已添加。', en: 'The address was added.' },
  address: {
    zh: '这个地址不能用：须为 http 或 https，不含密码，不在内网。',
    en: 'This address cannot be used: http or https, without a password, not in a private network.',
  },
  removed: { zh: '地址已移除。', en: 'The address was removed.' },
  retried: { zh: '马上再试一次。', en: 'It is being tried again.' },
};
