import * as z from 'zod';
import { linear } from '@/domain/expression/linear';
import type { Bilingual } from './bilingual';
import { chineseCities } from './chinese-cities';

/** A city, municipality or special region that organizations sit in. */
export interface Place {
  slug: string;
  name: Bilingual;
  /** ISO 3166-1 alpha-2 of the country. */
  country: string;
  /** The province or municipality, for counting by province. */
  province: { slug: string; name: Bilingual };
}

function place(
  slug: string,
  zh: string,
  en: string,
  province?: [string, string, string],
  country = 'CN',
): Place {
  const [provinceSlug, provinceZh, provinceEn] = province ?? [slug, zh, en];
  return {
    slug,
    name: { zh, en },
    country,
    province: { slug: provinceSlug, name: { zh: provinceZh, en: provinceEn } },
  };
}

/** The slug of a city by its name in Latin letters: Xi'an is xian, Taizhou (Jiangsu) taizhou-jiangsu. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}']/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}

/** Every place that a record may name: cities of China and its special regions; each of these is its own province. */
export const places: readonly Place[] = [
  place('beijing', '北京', 'Beijing'),
  place('shanghai', '上海', 'Shanghai'),
  place('tianjin', '天津', 'Tianjin'),
  place('chongqing', '重庆', 'Chongqing'),
  place('hong-kong', '香港', 'Hong Kong'),
  place('macau', '澳门', 'Macau'),
  place('taiwan', '台湾', 'Taiwan'),
  ...chineseCities.flatMap(([province, provinceZh, provinceEn, cities]) =>
    cities.split(';').map((city) => {
      const [zh = '', ...en] = city.split(' ');
      return place(slugOf(en.join(' ')), zh, en.join(' '), [province, provinceZh, provinceEn]);
    }),
  ),
];

const bySlug = new Map(places.map((each) => [each.slug, each]));

/** The place of that slug, or undefined. */
export function placeOf(slug: string): Place | undefined {
  return bySlug.get(slug);
}

/** A slug out of `places`. */
export const placeSlug = z.enum(places.map((each) => each.slug) as [string, ...string[]]);

const provinces = [...new Set(chineseCities.map(([, zh]) => zh))];
/** Two cities have this name in Latin letters, and neither is so much better known that it is meant. */
const ofTwo = ['taizhou', 'yichun', 'yulin'];
const cityWord = linear(/\s+(?:city|municipality|shi)$/i);
const district =
  /^(?:市|地区|自治州|[\p{Script=Han}]{0,8}族自治州|州|盟)?(?:[\p{Script=Han}]{1,10}(?:区|县|新区|镇|街道|旗|市))?$/u;

/** The place that a text names: 深圳, 广东省深圳市南山区, Shenzhen, Guangdong, China; null where it is none or several. */
export function placeNamed(text: string): Place | null {
  const bare = text
    .trim()
    .replace(/^中国(?=.)/, '')
    .replace(/特别行政区$/, '');
  if (/\p{Script=Han}/u.test(bare)) {
    const province = provinces.find((name) => bare.startsWith(name) && bare.length > name.length);
    const rests = [
      bare,
      ...(province === undefined
        ? []
        : [bare.slice(province.length).replace(/^(?:省|[\p{Script=Han}]{0,4}自治区)/u, '')]),
    ].map((rest) => rest.replace(/^[\s·,，/-]+/, ''));
    return (
      places.find(({ name }) =>
        rests.some((rest) => rest.startsWith(name.zh) && district.test(rest.slice(name.zh.length))),
      ) ?? null
    );
  }
  const [city = '', ...around] = bare.split(',').map((part) => part.trim());
  const slug = slugOf(city.replace(cityWord, ''));
  const inChina = around.every(
    (part) =>
      /^(?:china|cn|prc|p\.?r\.? china|sar|\d{6})?$/i.test(part) ||
      places.some(({ province }) => province.name.en.toLowerCase() === part.toLowerCase()),
  );
  if (!inChina || (ofTwo.includes(slug) && /^[A-Z]/.test(city))) return null;
  return bySlug.get(slug) ?? places.find(({ name }) => name.en.toLowerCase() === bare.toLowerCase()) ?? null;
}
