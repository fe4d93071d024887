import type { ReactNode } from 'react';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { EvidenceMark } from '@/ui/evidence-mark';
import { Value } from '@/ui/value';

/** A platform or a product: what a link with its slug as fragment leads to. */
export interface NamedPart {
  id: number;
  slug: string;
  name: Bilingual;
  note: Bilingual | null;
  evidence: Evidence[];
  detail: ReactNode;
}

/** Platforms, or products: name, what it is, note, source. */
export function NamedParts({ lang, parts }: { lang: Lang; parts: readonly NamedPart[] }) {
  return (
    <ul className="max-w-text text-table">
      {parts.map(({ id, slug, name, note, evidence, detail }) => (
        <li key={slug} id={slug} className="scroll-mt-4 border-rule border-b py-1.5">
          <strong className="font-semibold">
            <Value evidence={<EvidenceMark lang={lang} id={`part-${id}`} evidence={evidence} />}>
              {name[lang]}
            </Value>
          </strong>{' '}
          <span className="text-muted text-small [&>a]:inline-block [&>a]:min-h-6 [&>a]:min-w-6">
            {detail}
          </span>
          {note === null ? null : <span className="block text-muted text-small">{note[lang]}</span>}
        </li>
      ))}
    </ul>
  );
}
