/** What an account may do; each role may also do what those before it may. A reader has no account. */
export const roles = ['contributor', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** `propose` a change, `publish` changes, `administer` accounts. */
export type Action = 'propose' | 'publish' | 'administer';

const least: Readonly<Record<Action, Role>> = {
  propose: 'contributor',
  publish: 'editor',
  administer: 'admin',
};

/** May somebody of this role do that? `null`: nobody is signed in. */
export function may(role: Role | null, action: Action): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(least[action]);
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
