import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { auth } from '@/accounts/auth';
import { isRemoved } from '@/accounts/removed-account';
import type { Lang } from '@/domain/bilingual';
import { type Action, isRole, may, type Role } from '@/domain/role';
import { href } from '@/i18n/href';
import { publicUrl } from '@/linking/public-url';

/** Whoever is signed in. */
export interface Person {
  id: number;
  name: string;
  email: string;
  role: Role;
  /** Names the session of this browser. */
  session: string;
}

/** Who sent a request with these headers; null where nobody is signed in. */
export async function personOf(requestHeaders: Headers): Promise<Person | null> {
  const { api } = await auth(publicUrl());
  const found = await api.getSession({ headers: requestHeaders });
  if (!found || !isRole(found.user.role) || isRemoved(found.user)) return null;
  const { id, name, email, role } = found.user;
  return { id: Number(id), name, email, role, session: found.session.token };
}

/** Who looks at this page. */
const personOfPage = cache(async () => personOf(await headers()));

/** Who looks at this page, which is for those who may do `action`; all others are sent to sign in. */
export async function personWho(action: Action, lang: Lang, path: string): Promise<Person> {
  const person = await personOfPage();
  if (person && may(person.role, action)) return person;
  redirect(href(lang, `/sign-in?next=${encodeURIComponent(path)}${person ? '&said=not-yours' : ''}`));
}
