import type { LegendItem } from '@/charts/engine/definition';
import type { Lang } from '@/domain/bilingual';
import { cssColour } from '@/domain/palette';

/** The legend beside a picture in a page; files have it inside the picture. */
export function ChartLegend({ lang, items }: { lang: Lang; items: readonly LegendItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="chart-legend">
      {items.map((item) => (
        <li key={item.label.en} data-key={item.key}>
          <i data-mark={item.mark} style={{ color: cssColour(item.colour) }} aria-hidden="true" />
          {item.label[lang]}
        </li>
      ))}
    </ul>
  );
}
