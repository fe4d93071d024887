import { type MapState, mapPath } from '@/charts/landscape/map-state';
import { categories, type LandscapeRow, monogramOf } from '@/charts/landscape/rows';
import { landscapeWords } from '@/charts/landscape/words';
import { layersFromTop } from '@/charts/value-chain/rows';
import type { Lang } from '@/domain/bilingual';
import { cssColour, layerColours, vendorColour } from '@/domain/palette';
import { href } from '@/i18n/href';
import { layerNames } from '@/records/layer/book';
import { organizationKindNames } from '@/records/organization/book';

type Props = { lang: Lang; rows: readonly LandscapeRow[]; state: MapState };

/** Layers from applications down, kinds inside them, a tile each organization; the same rows as the chart. */
export function LandscapeMap({ lang, rows, state }: Props) {
  return (
    <div id="map" className="map" data-zoom={state.zoom}>
      {layersFromTop.map((layer) => {
        const onLayer = rows.filter((row) => row.layer === layer);
        if (onLayer.length === 0) return null;
        return (
          <section key={layer} className="map-layer" aria-labelledby={`map-${layer}`}>
            <h2 id={`map-${layer}`} style={{ borderColor: cssColour(layerColours[layer]) }}>
              {layerNames[layer][lang]} <span>{onLayer.length}</span>
            </h2>
            {categories.map((kind) => {
              const group = onLayer.filter((row) => row.kind === kind);
              if (group.length === 0) return null;
              return (
                <div key={kind} className="map-group">
                  <h3 id={`map-${layer}-${kind}`}>{organizationKindNames[kind][lang]}</h3>
                  <ul aria-labelledby={`map-${layer}-${kind}`}>
                    {group.map((row) => (
                      <Tile key={row.organization} lang={lang} row={row} state={state} />
                    ))}
                  </ul>
                </div>
              );
            })}
          </section>
        );
      })}
    </div>
  );
}

function Tile({ lang, row, state }: { lang: Lang; row: LandscapeRow; state: MapState }) {
  const { organization, name, size, placed } = row;
  const open = state.open === organization;
  const to = mapPath({ ...state, open: open ? null : organization });
  return (
    <li>
      <a
        className="map-tile"
        href={href(lang, `${to}${open ? '' : '#record'}`)}
        data-size={size}
        data-placed={placed ? '' : undefined}
        aria-current={open ? 'true' : undefined}
        title={landscapeWords[lang].row(layerNames[row.layer][lang], name[lang], row.entries)}
      >
        <Mark row={row} name={name[lang]} />
        {name[lang]}
      </a>
    </li>
  );
}

function Mark({ row, name }: { row: LandscapeRow; name: string }) {
  if (row.mark.length === 0) {
    const letters = monogramOf(name);
    return (
      <span
        className="map-monogram"
        aria-hidden="true"
        data-letters={letters.length}
        style={{ borderColor: cssColour(vendorColour(row.organization)) }}
      >
        <span>{letters}</span>
      </span>
    );
  }
  return (
    <svg className="map-mark" viewBox="0 0 24 24" aria-hidden="true">
      {row.mark.map((path) => (
        <path key={path.slice(0, 40)} d={path} fill="currentColor" fillRule="evenodd" />
      ))}
    </svg>
  );
}
