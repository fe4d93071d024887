import type { Lang } from '@/domain/bilingual';
import { formWords } from '@/i18n/record-form';

/** The places in a record's form for what `browser/form-aids.ts` finds and says; empty without JavaScript. */
export function FormAids({ lang }: { lang: Lang }) {
  const words = formWords[lang];
  return (
    <>
      <datalist id="names" />
      <span
        className="text-muted text-small"
        role="status"
        data-saving={words.saving}
        data-saved={words.saved}
        data-not-saved={words.notSaved}
      />
      <div className="notice" role="status" data-duplicates="" hidden>
        <p>{words.duplicates}</p>
        <ul />
      </div>
    </>
  );
}
