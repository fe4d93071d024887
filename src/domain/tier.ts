/** The three tiers: general-purpose, task, industry. */
export const tiers = ['general', 'task', 'industry'] as const;
export type Tier = (typeof tiers)[number];
