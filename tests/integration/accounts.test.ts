import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRole, removeAccount } from '@/accounts/account-changes';
import { createAccount } from '@/accounts/new-account';
import { newSetUpToken, redeemSetUpToken, setUpTokenIsGood } from '@/accounts/set-up-link';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { freshDatabase } from './database';

let client: PrismaClient;
const password = 'correct horse battery';
const admin = { name: 'Admin', email: 'admin@example.org', password };

beforeAll(async () => {
  client = connect(await freshDatabase());
});
afterAll(() => client.$disconnect());

describe('the set-up link', () => {
  it('is worthless once there is a newer one', async () => {
    const [first, second] = [await newSetUpToken(client), await newSetUpToken(client)];
    expect(await setUpTokenIsGood(client, first ?? '')).toBe(false);
    expect(await setUpTokenIsGood(client, second ?? '')).toBe(true);
    expect(await setUpTokenIsGood(client, '')).toBe(false);
  });

  it('stays good after a mistake, and makes one admin, also when two use it at once', async () => {
    const token = (await newSetUpToken(client)) ?? '';
    expect(await redeemSetUpToken(client, token, { ...admin, password: 'short' })).toMatchObject({
      outcome: 'refused',
      field: 'password',
    });
    const both = await Promise.all([
      redeemSetUpToken(client, token, admin),
      redeemSetUpToken(client, token, { ...admin, email: 'other@example.org' }),
    ]);
    expect(both.filter((made) => made?.outcome === 'created')).toHaveLength(1);
    expect(await client.user.findMany({ select: { role: true } })).toEqual([{ role: 'admin' }]);
  });

  it('is not made where somebody has an account', async () => {
    expect(await newSetUpToken(client)).toBeNull();
  });
});

describe('an account', () => {
  const editor = { name: 'Editor', email: 'Editor@Example.org', password, role: 'editor' };

  it('is made once for an address, whatever its letters', async () => {
    expect(await createAccount(client, editor)).toMatchObject({ outcome: 'created' });
    expect(await createAccount(client, { ...editor, email: 'editor@example.org' })).toMatchObject({
      outcome: 'refused',
      field: 'email',
    });
    expect(await createAccount(client, { ...editor, email: 'x@example.org', role: 'king' })).toMatchObject({
      outcome: 'refused',
      field: 'role',
    });
    expect(await client.account.findMany({ where: { password: { contains: password } } })).toEqual([]);
  });

  it('is changed by another admin only; a new role ends its sessions', async () => {
    const { id } = await client.user.findUniqueOrThrow({ where: { email: 'editor@example.org' } });
    const { id: own } = await client.user.findFirstOrThrow({ where: { role: 'admin' } });
    await client.session.create({ data: { token: 't', userId: id, expiresAt: new Date('2099-01-01') } });
    expect(await changeRole(client, own, own, 'contributor')).toBe('own');
    expect(await changeRole(client, own, id, 'king')).toBe('role');
    expect(await changeRole(client, own, id, 'contributor')).toBe('changed');
    expect(await client.session.count({ where: { userId: id } })).toBe(0);
  });

  it('stays in the history when it is removed, cannot sign in, and frees its address', async () => {
    const { id } = await client.user.findUniqueOrThrow({ where: { email: 'editor@example.org' } });
    const { id: own } = await client.user.findFirstOrThrow({ where: { role: 'admin' } });
    expect(await removeAccount(client, own, id)).toBe('removed');
    expect(await removeAccount(client, own, id)).toBe('missing');
    expect(await client.user.findUnique({ where: { id } })).toMatchObject({ name: 'Editor' });
    expect(await client.account.count({ where: { userId: id } })).toBe(0);
    expect(await createAccount(client, editor)).toMatchObject({ outcome: 'created' });
  });
});
