import * as z from 'zod';
import type { Bilingual } from './bilingual';

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

const guangdong: [string, string, string] = ['guangdong', '广东', 'Guangdong'];
const jiangsu: [string, string, string] = ['jiangsu', '江苏', 'Jiangsu'];
const shandong: [string, string, string] = ['shandong', '山东', 'Shandong'];
const sichuan: [string, string, string] = ['sichuan', '四川', 'Sichuan'];
const liaoning: [string, string, string] = ['liaoning', '辽宁', 'Liaoning'];

/** Every place that the facts name; a municipality or special region is its own province. */
export const places: readonly Place[] = [
  place('beijing', '北京', 'Beijing'),
  place('shanghai', '上海', 'Shanghai'),
  place('tianjin', '天津', 'Tianjin'),
  place('chongqing', '重庆', 'Chongqing'),
  place('hong-kong', '香港', 'Hong Kong'),
  place('macau', '澳门', 'Macau'),
  place('taiwan', '台湾', 'Taiwan'),
  place('hangzhou', '杭州', 'Hangzhou', ['zhejiang', '浙江', 'Zhejiang']),
  place('guangzhou', '广州', 'Guangzhou', guangdong),
  place('shenzhen', '深圳', 'Shenzhen', guangdong),
  place('dongguan', '东莞', 'Dongguan', guangdong),
  place('nanjing', '南京', 'Nanjing', jiangsu),
  place('suzhou', '苏州', 'Suzhou', jiangsu),
  place('jinan', '济南', 'Jinan', shandong),
  place('qingdao', '青岛', 'Qingdao', shandong),
  place('chengdu', '成都', 'Chengdu', sichuan),
  place('mianyang', '绵阳', 'Mianyang', sichuan),
  place('shenyang', '沈阳', 'Shenyang', liaoning),
  place('dalian', '大连', 'Dalian', liaoning),
  place('hefei', '合肥', 'Hefei', ['anhui', '安徽', 'Anhui']),
  place('harbin', '哈尔滨', 'Harbin', ['heilongjiang', '黑龙江', 'Heilongjiang']),
  place('xiamen', '厦门', 'Xiamen', ['fujian', '福建', 'Fujian']),
  place('nanchang', '南昌', 'Nanchang', ['jiangxi', '江西', 'Jiangxi']),
  place('wuhan', '武汉', 'Wuhan', ['hubei', '湖北', 'Hubei']),
  place('hohhot', '呼和浩特', 'Hohhot', ['inner-mongolia', '内蒙古', 'Inner Mongolia']),
];

const bySlug = new Map(places.map((each) => [each.slug, each]));

/** The place of that slug, or undefined. */
export function placeOf(slug: string): Place | undefined {
  return bySlug.get(slug);
}

/** A slug out of `places`. */
export const placeSlug = z.enum(places.map((each) => each.slug) as [string, ...string[]]);
