import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { sourceVias } from '@/domain/source-via';
import { label, optional, optionalDate, slug, text, webAddress } from '../field-schemas';

/** A document that facts are cited from. */
export const source = z
  .strictObject({
    slug,
    title: text,
    author: optional(label),
    publisher: optional(label),
    /** The page that was read: where `via` is not the publisher's, the copy or the digest, never the publisher's page. */
    url: optional(webAddress),
    /** Was it the publisher's own page, a copy somewhere else, or a digest of what others published? */
    via: optional(z.enum(sourceVias)),
    /** Who republished or summarised it, where that is not the publisher; without it, the host of `url` stands for it. */
    carrier: optional(label),
    language: z.enum(['zh', 'en', 'other']),
    published: optionalDate,
    /** How the date was worked out, where the document carries none. */
    publishedBasis: optional(text),
    /** When a copy was read. */
    retrieved: optionalDate,
    licence: optional(label),
    note: optional(bilingual),
    /** Did one of us read it? */
    seen: z.boolean().default(true),
  })
  .refine(({ via, carrier }) => carrier === null || via === 'republication' || via === 'digest', {
    path: ['carrier'],
    params: {
      reason: {
        zh: '只有转载或摘编的来源才有转载方；请先把“读的是什么”选成转载或摘编',
        en: 'Only a republished copy or a digest has somebody who carries it: choose one of these under “What was read”.',
      },
    },
  });
export type Source = z.infer<typeof source>;
