import { linear } from '@/domain/expression/linear';
import { tiers } from '@/domain/tier';
import type { Access } from '@/records/model/schema';
import { nameKey, simplified } from '../cells/company-name';
import { type LinkedName, namesIn } from '../cells/names-cell';
import { linkIn, plainCell } from '../cells/plain-cell';
import { accessIn, modalitiesIn } from '../cells/word-cells';
import type { NeededRecords } from './needed-records';
import type { RowPlan, RowTools } from './row-plan';
import type { RowReader } from './row-reader';

/** Reads a model; `one` is the one of several names in its cell that this record is about. */
export function modelOf({ reader, needed, decision }: RowTools, one: LinkedName | null): RowPlan {
  const source = needed.source(reader);
  const cell = reader.at('vendor');
  const [first] = namesIn(reader.at('name'));
  const name = plainCell(one?.name ?? first?.name ?? reader.at('name'));
  const names = reader.names(name);
  if (cell === '') reader.refuse('vendor', '', { zh: '没有厂商', en: 'There is no vendor.' });
  const [vendor = '', ...partners] = [
    ...new Set(
      namesIn(cell, 'commas').map((each) =>
        needed.organization('vendor', each.name, 'vendor', source, reader, decision),
      ),
    ),
  ];
  const category = reader.text('category');
  const tier = tierIn(reader.text('tier') || category);
  const industries = industriesIn(
    reader.at('industries') || (tier === null ? category : ''),
    needed,
    reader.at('industries') === '' ? null : reader,
  );
  const key = `${vendor} ${nameKey(names.zh)}`;
  const slug =
    needed.known.models.get(key) ??
    needed.known.models.get(`${vendor} ${nameKey(names.en)}`) ??
    needed.slug(reader, names.en);
  needed.known.models.set(key, slug);
  for (const each of [names.zh, names.en])
    if (!needed.known.named.has(`model ${nameKey(each)}`))
      needed.known.named.set(`model ${nameKey(each)}`, slug);
  const modalities = modalitiesIn(simplified(reader.text('modalities')));
  reader.warnWords('modalities', modalities.unread);
  return {
    name: names.zh,
    slug,
    payload: {
      name: names,
      aliases: namesIn(reader.at('aliases'), 'commas').map((each) => each.name),
      vendor,
      partners: partners.filter((each) => each !== vendor),
      tier: tier ?? (industries.length > 0 ? 'industry' : null),
      category: category === '' || tier !== null ? null : category,
      modalities: modalities.read,
      ...accessOf(reader),
      industries,
      released: reader.date('released'),
      urls: urlsOf(reader, one?.url ?? first?.url ?? null),
      note: reader.words('note'),
      citations: [{ source, kind: 'claimed' }],
    },
  };
}

function tierIn(word: string) {
  const code = tiers.find((each) => each === word.toLowerCase());
  if (code) return code;
  if (/^(?:通用|基础)(?:大?模型)?$|^general(?:[ -]purpose)?$/i.test(word)) return 'general';
  if (/^(?:行业|垂直)(?:大?模型)?$|^industry$/i.test(word)) return 'industry';
  return /^任务(?:大?模型)?$|^task$/i.test(word) ? 'task' : null;
}

/** Words of a column of licences that say how a model is reached and name no licence. */
const noLicence =
  /^(?:open|oss|api|hosted|product|internal|unreleased|closed|proprietary|yes|no|y|n|true|false|开源|开放|完全开源|全开源|半开源|闭源|是|否|接口)/i;

/** How a model is reached, by the column that says so and by its licence; and that licence, as it is called. */
function accessOf(reader: RowReader): { access: Access[]; licence: string | null } {
  const [cell, licence] = [simplified(reader.text('access')), reader.text('licence')];
  const byLicence = accessIn(simplified(licence));
  const names = licence !== '' && !noLicence.test(licence);
  if (licence !== '' && !names) reader.warnWords('licence', byLicence.unread);
  const own = accessIn(cell);
  const answers = /开源|open/i.test(reader.headOf('access'));
  // 是 and 否 below 是否开源 answer the head.
  if (answers && /^(?:是|已开源|yes|y|true|1|√|✓|✔)$/i.test(cell)) own.read = ['open-source'];
  else if (!(answers && /^(?:否|未开源|no|n|false|0|×|✗|闭源)$/i.test(cell)))
    reader.warnWords('access', own.unread);
  const access = [...new Set([...own.read, ...byLicence.read])];
  return { access, licence: names ? licence.slice(0, 300) : null };
}

const beforeLink = linear(/[\s、；;]+(?=https?:|\[|<)/);

function urlsOf(reader: RowReader, ofName: string | null): string[] {
  const cell = reader.at('urls');
  const links = cell.split(beforeLink).flatMap((part) => linkIn(part) ?? []);
  if (cell !== '' && links.length === 0)
    reader.warn('urls', cell, { zh: '这不是网址', en: 'This is no web address.' });
  return [...new Set([...(ofName === null ? [] : [ofName]), ...links])].slice(0, 20);
}

/** Industries that are on record; a word that names none stays the model's category, or is told. */
function industriesIn(cell: string, { known }: NeededRecords, reader: RowReader | null): string[] {
  const found = namesIn(cell, 'commas').map(({ name }) => ({
    name,
    slug: known.industries.get(nameKey(plainCell(name))),
  }));
  reader?.warnWords(
    'industries',
    found.flatMap(({ name, slug }) => (slug === undefined ? [name] : [])),
  );
  return [...new Set(found.flatMap(({ slug }) => slug ?? []))];
}
