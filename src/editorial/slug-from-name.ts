import { pinyin } from 'pinyin-pro';
import { linear } from '@/domain/expression/linear';

const longest = 60;

const outerHyphens = linear(/^-+|-+$/g);
const lastHyphens = linear(/-+$/);

/** A slug for a new record, from its name (Chinese by its pinyin), that nothing has yet: 'yun-ling-ke-ji', '…-2'. */
export function slugFrom(name: string, taken: ReadonlySet<string>): string {
  const latin = pinyin(name.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .join('-')
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(outerHyphens, '')
    .slice(0, longest)
    .replace(lastHyphens, '');
  const base = latin === '' ? 'record' : latin;
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  return slug;
}
