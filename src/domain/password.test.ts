import { afterEach, expect, it } from 'vitest';
import { weaknessOf } from './password';

const holder = { email: 'Wei.Zhang@example.org', name: '张薇 Vivienne' };
const weakness = (password: string) => weaknessOf(password, holder);
afterEach(() => {
  delete process.env.PUBLIC_URL;
});

it('lets through what is long and of somebody’s own, in any script', () => {
  for (const password of [
    'correct horse battery',
    'Xk9-2Lp-77q-1Zt',
    '9f86d081884c',
    '春天的风筝挂在了老槐树上面',
    'umbrella teapot granite',
    'x9$K!p@2#vQz&w',
    'tuesday-lantern-violet',
  ])
    expect([password, weakness(password)]).toEqual([password, null]);
});

it('measures length first, and tells which way', () => {
  expect(weakness('elevenchars')).toBe('short');
  expect(weakness('')).toBe('short');
  expect(weakness('lantern violet teapot '.repeat(6))).toBe('long');
});

it('knows common ones in any letters, width and order, with years, numbers and signs around them', () => {
  for (const password of [
    'password1234',
    'PASSWORD1234',
    'Password2026!',
    'P@ssw0rd2026',
    'Passw0rd!Passw0rd!',
    'ｐａｓｓｗｏｒｄ１２３４',
    'pass word 1234',
    'qwertyuiop12',
    'QwertyUiop[]12',
    'zxcvbnm,./123',
    '1qaz2wsx3edc4rfv',
    '123456789012',
    '210987654321',
    'admin@123456',
    'Welcome-2025-Welcome',
    'iloveyou1314520',
    'woaini5201314',
    'letmeinletmein',
    'abcdefghijkl',
    'monkeydragon99',
    '我的密码123456789',
    'correct-horse-battery-staple',
  ])
    expect([password, weakness(password)]).toEqual([password, 'common']);
});

it('knows what repeats itself', () => {
  for (const password of ['aaaaaaaaaaaa', 'abababababab', '111122221111', 'xyxyxyxyxyxyz'])
    expect([password, weakness(password)]).toEqual([password, 'simple']);
});

it('knows the account, its address, and the site', () => {
  process.env.PUBLIC_URL = 'https://radar.zhiyuan-research.cn';
  for (const password of [
    'wei.zhang@example.org',
    'WeiZhang-2026',
    'vivienne1234',
    'Vivienne 张薇 99',
    '大模型产业图谱2026!!',
    'AI Landscape 1!',
    'zhiyuan-research-1',
  ])
    expect([password, weakness(password)]).toEqual([password, 'personal']);
  expect(weakness('vivienne likes granite')).toBeNull();
});
