import { nameKey } from '../cells/company-name';
import type { RowPlan, RowTools } from './row-plan';

/** Reads an indicator. */
export function indicatorOf({ reader, needed }: RowTools): RowPlan {
  const names = reader.names(reader.text('name'));
  const source = needed.source(reader);
  const key = nameKey(names.zh);
  const slug = needed.known.indicators.get(key) ?? needed.slug(reader, names.en);
  needed.known.indicators.set(key, slug);
  const [zh, en] = [reader.text('unitName.zh'), reader.text('unitName.en')];
  return {
    name: names.zh,
    slug,
    payload: {
      name: names,
      unit: reader.text('unit') || 'count',
      unitName: zh || en ? { zh: zh || en, en: en || zh } : null,
      note: reader.words('note'),
      citations: [{ source, kind: 'claimed' }],
    },
  };
}
