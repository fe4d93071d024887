import type { ReactNode } from 'react';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { marks } from '@/i18n/marks';
import { printed } from '@/i18n/record-fields';
import { recordPath } from '@/linking/record-path';
import type { Field } from '@/records/book';
import { PartialTime } from './partial-time';

type Named = { slug: string; name: Bilingual };

/** Is there nothing to show? A flag that is not set says nothing either. */
export function isNothingSaid(value: unknown): boolean {
  return (
    value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0)
  );
}

/** The value of a field as a reader sees it: what it names is a link, a date is a time, all else is text. */
export function FieldValue({ lang, field, value }: { lang: Lang; field: Field; value: unknown }): ReactNode {
  switch (field.as) {
    case 'date':
      return <PartialTime lang={lang} date={String(value)} />;
    case 'reference':
    case 'references':
      return (Array.isArray(value) ? (value as Named[]) : [value as Named]).map(({ slug, name }, at) => {
        const path = recordPath(field.of, slug);
        return (
          <span key={slug}>
            {at === 0 ? '' : marks[lang].list}
            {path === null ? name[lang] : <a href={href(lang, path)}>{name[lang]}</a>}
          </span>
        );
      });
    case 'address':
    case 'addresses':
      return (Array.isArray(value) ? (value as string[]) : [String(value)]).map((url) => (
        <a key={url} className="block break-all" href={url} rel="noopener external">
          {url.replace(/^https?:\/\//, '')}
        </a>
      ));
    default:
      return printed(field, value, lang);
  }
}
