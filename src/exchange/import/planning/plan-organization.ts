import { placeNamed, placeOf } from '@/domain/place';
import { companyName, simplified } from '../cells/company-name';
import { countryIn } from '../cells/country-cell';
import { namesIn } from '../cells/names-cell';
import { homepageIn } from '../cells/plain-cell';
import { organizationKindIn, rolesIn } from '../cells/word-cells';
import type { RowPlan, RowTools } from './row-plan';
import type { RowReader } from './row-reader';

/** Reads an organization. */
export function organizationOf({ reader, needed, decision }: RowTools): RowPlan {
  const said = reader.text('name') || reader.text('name.zh') || reader.text('name.en');
  const parted = companyName(reader.text('name'));
  const names = reader.names(parted.name, parted.other);
  const source = needed.source(reader);
  const there =
    needed.meant(said, reader, decision) ??
    (names.en === said ? null : needed.meant(names.en, reader, decision));
  const slug = there?.slug ?? needed.slug(reader, names.en);
  if (there === null) {
    needed.tellNear(said, names.zh, reader);
    needed.remember(slug, [names.zh, names.en, said]);
  } else if (!there.isSure)
    reader.warn('name', said, {
      zh: `按已收录的 ${there.slug} 读取`,
      en: `Read as ${there.slug}, which is on record.`,
    });
  const { country, place, city } = whereOf(reader);
  const kind = reader.text('kind');
  const kindRead = kind === '' ? null : organizationKindIn(kind);
  if (kind !== '' && kindRead === null) reader.warnWords('kind', [kind]);
  const roles = rolesIn(simplified(reader.text('roles')));
  reader.warnWords('roles', roles.unread);
  const homepage = reader.at('homepage');
  if (homepage !== '' && homepageIn(homepage) === null)
    reader.warn('homepage', homepage, { zh: '这不是网址', en: 'This is no web address.' });
  const isNew = !needed.known.records.has(`organization/${slug}`);
  const note = reader.text('note');
  const zh = [note, isNew && city !== null ? `城市：${city}` : ''].filter((part) => part !== '').join('；');
  const en = [note, isNew && city !== null ? `City: ${city}` : ''].filter((part) => part !== '').join('; ');
  return {
    name: names.zh,
    slug,
    payload: {
      name: names,
      aliases: namesIn(reader.at('aliases'), 'commas').map((each) => each.name),
      country,
      place,
      kind: kindRead ?? organizationKindIn(names.zh) ?? 'company',
      roles: roles.read,
      business: reader.words('business'),
      homepage: homepageIn(homepage),
      note: zh === '' ? null : { zh, en },
      citations: [{ source, kind: 'claimed' }],
    },
  };
}

/** Country and place; a city that no list here has is kept as it is written. */
function whereOf(reader: RowReader): { country: string | null; place: string | null; city: string | null } {
  const [countryCell, placeCell] = [reader.text('country'), simplified(reader.text('place'))];
  const country = countryCell === '' ? null : countryIn(countryCell);
  if (countryCell !== '' && country === null)
    reader.warn('country', countryCell, {
      zh: '没有这个国家或地区，没有写入',
      en: 'There is no such country or region; it was left out.',
    });
  const place = placeCell === '' ? null : placeNamed(placeCell);
  const asCountry = placeCell === '' || place ? null : countryIn(placeCell);
  const ofPlace = place?.country ?? asCountry?.country ?? null;
  if (country && ofPlace && country.country !== ofPlace)
    reader.warn('place', placeCell, {
      zh: `这个城市不在 ${country.country}，没有写入`,
      en: `This city is not in ${country.country}; it was left out.`,
    });
  const fits = !country || !ofPlace || country.country === ofPlace;
  const slug = fits ? (place?.slug ?? asCountry?.place ?? country?.place ?? null) : (country?.place ?? null);
  const isUnknown = placeCell !== '' && !place && !asCountry;
  if (isUnknown)
    reader.warn('place', placeCell, {
      zh: '城市表里没有这个地方，照原文写进说明',
      en: 'No list here has this place; it is kept in the note as it is written.',
    });
  return {
    country: country?.country ?? ofPlace ?? (slug === null ? null : (placeOf(slug)?.country ?? null)),
    place: slug,
    city: isUnknown ? placeCell : null,
  };
}
