import { folded } from '@/database/name-forms';
import type { Facts } from '@/database/reading';
import type { Payload } from '@/database/record-rows';
import { readAmount } from '@/domain/amount-phrase';
import type { Bilingual } from '@/domain/bilingual';
import { currencies } from '@/domain/currency';
import { linear } from '@/domain/expression/linear';
import { type FieldChange, fieldChanges } from '@/domain/field-changes';
import { likenessOf } from '@/domain/funding-duplicates';
import { placeOf, places } from '@/domain/place';
import { parseRound } from '@/domain/round';
import { tiers } from '@/domain/tier';
import { payloadsOf } from '@/editorial/record-payloads';
import { slugFrom } from '@/editorial/slug-from-name';
import { type ProposedRecord, validateRecord } from '@/editorial/validation';
import { books } from '@/records/books';
import { fundingTypeNames } from '@/records/funding-event/book';
import { accessNames, modalityNames } from '@/records/model/book';

import { organizationKinds, organizationRoles } from '@/records/organization/schema';
import { dateIn, readText, wordOf } from '@/records/reading';
import { type RecordKind, recordSchemas } from '@/records/record';
import { isNothing, linkIn, namesIn, plainCell } from './cells';
import { type Column, columnsOf, type ImportKind, kindOfTable, needed } from './columns';
import { type KnownRecords, knownRecords } from './known-records';
import type { RawTable } from './table-file';

/** What becomes of a row. `duplicate`: perhaps on record already; it is not imported unless somebody says so. */
export type RowOutcome = 'new' | 'changed' | 'same' | 'duplicate' | 'refused';

/** What is wrong with one cell of a row. */
export interface CellProblem {
  column: string;
  value: string;
  reason: Bilingual;
}

/** One row of the file and what becomes of it; a row with several models is several. */
export interface PlannedRow {
  /** In the file, from 1. */
  line: number;
  outcome: RowOutcome;
  kind: RecordKind;
  /** The record that it makes or changes; '' where it is refused. */
  slug: string;
  name: string;
  changes: FieldChange[];
  problems: CellProblem[];
}

/** What an import does, or would do, row by row. */
export interface Imported {
  /** `dataset`: an export of ours, with records of any kind. */
  kind: ImportKind | 'dataset';
  columns: Column[];
  notes: Bilingual[];
  rows: PlannedRow[];
  counts: Record<RowOutcome, number>;
}

/** Counts before the first row. */
export function noRows(): Record<RowOutcome, number> {
  return { new: 0, changed: 0, same: 0, duplicate: 0, refused: 0 };
}

/** Some rows of a file, and what they add to an edition: those that are new or changed, and what they refer to. */
export interface PlannedPart {
  rows: PlannedRow[];
  records: ProposedRecord[];
}

/** A file that was understood, before its rows are looked at. */
export type OpenedImport = Pick<Imported, 'kind' | 'columns' | 'notes'> & {
  /** Rows of the file. */
  size: number;
  /** Reads on, a part at a time: a file of any length takes little memory. */
  parts: () => AsyncGenerator<PlannedPart>;
};

/** Rows of a part. */
const partSize = 1000;

export interface ImportWishes {
  /** The name of the file: the source of rows that name none. */
  file: string;
  kind?: ImportKind;
  /** Head of a column → field. */
  mapping?: Readonly<Record<string, string>>;
  /** Import rows that are perhaps on record already. */
  duplicates?: boolean;
}

/** Somebody says that a row cannot be used. */
class Refused extends Error {
  constructor(readonly problem: CellProblem) {
    super(problem.reason.en);
  }
}

/** Reads what a table holds. Nothing of it is written. */
export async function openTable(facts: Facts, table: RawTable, wishes: ImportWishes): Promise<OpenedImport> {
  const kind = wishes.kind ?? kindOfTable(table.headers);
  const columns = columnsOf(table.headers, kind, wishes.mapping);
  const { fields, reason } = needed[kind];
  const usable = columns.some(({ field }) => field !== null && fields.includes(field));
  async function* parts(): AsyncGenerator<PlannedPart> {
    if (!usable) {
      const problem = { column: '', value: table.headers.join(', ').slice(0, 200), reason };
      const refused = {
        outcome: 'refused',
        kind,
        slug: '',
        name: '',
        changes: [],
        problems: [problem],
      } as const;
      yield {
        rows: table.rows.map(({ line }) => ({ line, ...refused, changes: [], problems: [problem] })),
        records: [],
      };
      return;
    }
    const planner = new Planner(kind, columns, await knownRecords(facts), wishes.file);
    for (let start = 0; start < table.rows.length; start += partSize) {
      const rows = table.rows
        .slice(start, start + partSize)
        .flatMap(({ line, cells }) => planner.plan(line, cells));
      await planner.compare(facts, rows);
      yield { rows, records: planner.recordsOf(rows, wishes.duplicates ?? false) };
    }
  }
  return { kind, columns, notes: table.notes, size: table.rows.length, parts };
}

const kindWords: readonly [RegExp, (typeof organizationKinds)[number]][] = [
  [/高校|大学|学院|universit/i, 'academia'],
  [/研究|实验室|lab|institute/i, 'lab'],
  [/基金|资本|创投|fund|capital|ventures/i, 'fund'],
  [/云/, 'cloud'],
  [/初创|创业|startup/i, 'startup'],
  [/政府|government/i, 'government'],
];

const nameWithBracket = linear(/^(.*?)\s*[（(](.{1,8})[)）]$/);

class Planner {
  /** Records that rows make, by kind and slug; null once they were given out. */
  readonly #made = new Map<string, ProposedRecord | null>();
  /** Supporting records by the row that first needs them. */
  readonly #supports = new Map<PlannedRow, string[]>();
  readonly #proposed = new Map<PlannedRow, ProposedRecord>();
  #fileSource: string | null = null;
  #pending: string[] = [];

  constructor(
    private readonly kind: ImportKind,
    private readonly columns: readonly Column[],
    private readonly known: KnownRecords,
    private readonly file: string,
  ) {}

  /** The rows that one row of the file makes. */
  plan(line: number, cells: readonly string[]): PlannedRow[] {
    const at = (field: string) => {
      const column = this.columns.find((each) => each.field === field);
      const cell = column === undefined ? '' : (cells[column.at] ?? '');
      return isNothing(cell) ? '' : cell;
    };
    const names = this.kind === 'model' ? namesIn(at('name')) : [];
    const several = names.length > 1 ? names : [null];
    return several.map((one): PlannedRow => {
      this.#pending = [];
      const row: PlannedRow = {
        line,
        outcome: 'refused',
        kind: this.kind,
        slug: '',
        name: '',
        changes: [],
        problems: [],
      };
      try {
        const { name, payload: said, slug } = this.#payload(at, one);
        const payload: Payload = { ...said, ...this.#others(at, said) };
        row.name = name;
        row.slug = slug;
        const record = { kind: this.kind, slug, baseVersion: 0, payload: { ...payload, slug } };
        const repeated = this.#made.has(`${this.kind}/${slug}`);
        const checked = validateRecord(record, 0);
        if (Array.isArray(checked)) {
          row.problems = checked.map(({ field, reason }) => ({
            column: this.#headOf(field),
            value: at(field.split(/[.[]/)[0] ?? '').slice(0, 200),
            reason,
          }));
          return row;
        }
        row.outcome = repeated ? 'same' : 'new';
        if (!repeated) {
          this.#made.set(`${this.kind}/${slug}`, record);
          this.#proposed.set(row, record);
          this.#supports.set(row, this.#pending);
        }
        if (this.kind === 'funding-event') this.#suspect(row, payload);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        row.problems = [error.problem];
      }
      return row;
    });
  }

  #headOf(field: string): string {
    const [own = ''] = field.split(/[.[]/);
    return (
      this.columns.find((column) => column.field === field || column.field?.split('.')[0] === own)?.header ??
      field
    );
  }

  #refuse(field: string, value: string, reason: Bilingual): never {
    throw new Refused({ column: this.#headOf(field), value: value.slice(0, 200), reason });
  }

  #payload(at: (field: string) => string, one: { name: string; url: string | null } | null) {
    switch (this.kind) {
      case 'funding-event':
        return this.#event(at);
      case 'model':
        return this.#model(at, one);
      case 'organization':
        return this.#organization(at);
      case 'source':
        return this.#source(at);
      case 'indicator':
        return this.#indicator(at);
      case 'people-move':
        return this.#peopleMove(at);
    }
  }

  /** What the columns say of fields that are read as their book says, and as forms read them. */
  #others(at: (field: string) => string, said: Payload): Payload {
    const others: Payload = {};
    for (const [key, field] of Object.entries(books[this.kind])) {
      const cell = plainCell(at(key));
      if (key === 'slug' || key in said || field.as === 'parts' || cell === '') continue;
      if (field.as === 'reference') others[key] = this.#named(key, field.of, cell, said);
      else if (field.as === 'references')
        others[key] = namesIn(at(key)).map(({ name }) => this.#named(key, field.of, plainCell(name), said));
      else {
        const read = readText(field, cell);
        if ('reason' in read) this.#refuse(key, cell, read.reason);
        others[key] = read.value;
      }
    }
    return others;
  }

  /** A record that a cell names, by slug or name; the vendor's own before others. It has to be on record, or in a row before. */
  #named(key: string, kind: RecordKind | 'any', cell: string, said: Payload): string {
    if (this.known.records.has(`${kind}/${cell}`)) return cell;
    const own = kind === 'model' ? this.known.models.get(`${said.vendor} ${folded(cell)}`) : undefined;
    const found = own ?? this.known.named.get(`${kind} ${folded(cell)}`);
    if (found === '')
      this.#refuse(key, cell, {
        zh: '有几条记录都叫这个名称；请写代号',
        en: 'Several records have this name; write the slug.',
      });
    return (
      found ??
      this.#refuse(key, cell, {
        zh: '没有收录这个名称或代号；请先录入它',
        en: 'Nothing on record has this name or slug; enter it first.',
      })
    );
  }

  #names(at: (field: string) => string, plain: string): { zh: string; en: string } {
    const [zh, en] = [plainCell(at('name.zh')), plainCell(at('name.en'))];
    const both = { zh: zh || plain || en, en: en || plain || zh };
    if (both.zh === '') this.#refuse('name', '', { zh: '没有名称', en: 'There is no name.' });
    return both;
  }

  #date(field: string, at: (field: string) => string): string | null {
    const cell = at(field);
    if (cell === '') return null;
    const date = dateIn(cell);
    if (date === null)
      this.#refuse(field, cell, {
        zh: '看不懂这个日期；请写作 2023、2023-05 或 2023-05-06',
        en: 'This date cannot be read; write 2023, 2023-05 or 2023-05-06.',
      });
    return date;
  }

  #slug(at: (field: string) => string, name: string): string {
    const given = at('slug').toLowerCase();
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given)) return given;
    const slug = slugFrom(name, this.known.taken);
    this.known.taken.add(slug);
    return slug;
  }

  /** An organization by its name; one that is not on record is made with the row. */
  #organizationNamed(cell: string, role: 'vendor' | 'investor' | 'employer', source: string): string {
    const name = plainCell(cell);
    const key = folded(name);
    const there = this.known.organizations.get(key);
    if (there) {
      if (this.#made.get(`organization/${there}`) != null) this.#pending.push(`organization/${there}`);
      return there;
    }
    if (key === '' || name.length > 120)
      this.#refuse('organization', cell, {
        zh: '这不是机构的名称',
        en: 'This is no name of an organization.',
      });
    const slug = slugFrom(name, this.known.taken);
    this.known.taken.add(slug);
    this.known.organizations.set(key, slug);
    const kind =
      kindWords.find(([word]) => word.test(name))?.[1] ?? (role === 'investor' ? 'fund' : 'company');
    this.#made.set(`organization/${slug}`, {
      kind: 'organization',
      slug,
      baseVersion: 0,
      payload: {
        slug,
        name: { zh: name, en: name },
        kind,
        roles: [role],
        citations: [{ source, kind: 'claimed' }],
      },
    });
    this.#pending.push(`organization/${slug}`);
    return slug;
  }

  /** The source of a row: what it names, or the file itself. */
  #sourceOf(at: (field: string) => string): string {
    const [title, url] = [plainCell(at('source')), linkIn(at('sourceUrl')) ?? linkIn(at('source'))];
    const there =
      (url === null ? undefined : this.known.sourcesByUrl.get(url)) ??
      (this.known.records.has(`source/${title}`) ? title : undefined) ??
      (title === '' ? undefined : this.known.sourcesByTitle.get(folded(title)));
    const slug = there ?? this.#sourceMade(title, url, at);
    if (this.#made.get(`source/${slug}`) != null) this.#pending.push(`source/${slug}`);
    return slug;
  }

  /** A source that the row names, or, where it names none, the file. */
  #sourceMade(title: string, url: string | null, at: (field: string) => string): string {
    if (title !== '' || url !== null)
      return this.#newSource(title || (url ?? ''), url, plainCell(at('publisher')));
    this.#fileSource ??= this.#newSource(this.file, null, '');
    return this.#fileSource;
  }

  #newSource(title: string, url: string | null, publisher: string): string {
    const slug = slugFrom(title, this.known.taken);
    this.known.taken.add(slug);
    if (url !== null) this.known.sourcesByUrl.set(url, slug);
    else this.known.sourcesByTitle.set(folded(title), slug);
    this.#made.set(`source/${slug}`, {
      kind: 'source',
      slug,
      baseVersion: 0,
      payload: {
        slug,
        title,
        url,
        publisher: publisher || null,
        language: /\p{Script=Han}/u.test(title) ? 'zh' : 'en',
      },
    });
    return slug;
  }

  #event(at: (field: string) => string) {
    const cell = at('organization');
    if (cell === '') this.#refuse('organization', '', { zh: '没有公司', en: 'There is no company.' });
    const source = this.#sourceOf(at);
    const organization = this.#organizationNamed(cell, 'vendor', source);
    const label = plainCell(at('round'));
    if (label !== '') {
      const round = parseRound(label);
      if (!round.ok) this.#refuse('round', label, round.reason);
    }
    const amount = this.#amount('amount', at);
    const valuation = this.#amount('valuation', at);
    const announced = this.#date('announced', at);
    const participations = this.#investors(at, source);
    const type = wordOf(fundingTypeNames, at('type')) ?? 'round';
    const note = plainCell(at('note'));
    const name = [plainCell(cell), label].filter((part) => part !== '').join(' ');
    const given = at('slug').toLowerCase();
    const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given)
      ? given
      : (this.#sameEvent(organization, announced, label, amount) ??
        this.#slug(at, [organization, announced ?? 'undated', label || 'round'].join('-')));
    const payload = {
      organization,
      type,
      round: label || null,
      announced,
      statements: [
        {
          source,
          kind: 'claimed',
          round: label || null,
          announced,
          amount,
          valuation: valuation && {
            text: valuation.text ?? '',
            currency: valuation.currency,
            min: valuation.min,
            max: valuation.max,
            when: 'not-stated',
          },
        },
      ],
      participations,
      note: note === '' ? null : { zh: note, en: note },
    };
    return { name, slug, payload };
  }

  /** The event on record that says exactly this: same organization, date, round and range. */
  #sameEvent(
    organization: string,
    announced: string | null,
    round: string,
    amount: { min: number | null; max: number | null } | null,
  ): string | undefined {
    return this.known.events
      .get(organization)
      ?.find(
        (event) =>
          event.announced === announced &&
          (event.round ?? '') === round &&
          event.min === (amount?.min ?? null) &&
          event.max === (amount?.max ?? null),
      )?.slug;
  }

  #amount(field: 'amount' | 'valuation', at: (field: string) => string) {
    const cell = plainCell(at(field)).normalize('NFKC');
    if (cell === '') return null;
    const column = this.columns.find((each) => each.field === field);
    const stated = at('currency').trim().toUpperCase();
    const chosen =
      currencies.find((each) => each === stated) ??
      (/人民币|RMB|元/.test(stated) ? 'CNY' : /美元|USD|\$/.test(stated) ? 'USD' : undefined);
    // A bare figure takes the unit that the head names.
    const bare = /^[\d.,]+$/.test(cell);
    const text = bare && column?.unit ? `${cell}${column.unit}` : cell;
    const reading = readAmount(text);
    if (!reading || (bare && !column?.unit && !chosen))
      this.#refuse(field, cell, {
        zh: '看不懂这个金额；请照原话写，如 3.5亿元、数千万美元、未披露，或在表头写单位',
        en: 'This amount cannot be read. Write it as stated (3.5亿元, over $100 million, undisclosed), or name the unit in the head.',
      });
    const currency = reading.currency ?? chosen ?? null;
    if (currency === null && reading.range.kind !== 'undisclosed')
      this.#refuse(field, cell, { zh: '金额没有币种', en: 'The amount names no currency.' });
    return { text, currency, ...reading.range, rule: reading.rule };
  }

  #investors(at: (field: string) => string, source: string) {
    const roles: readonly [string, 'lead' | 'adviser' | null][] = [
      ['leads', 'lead'],
      ['investors', null],
      ['advisers', 'adviser'],
    ];
    const found = new Map<string, { investor: string; role: string | null }>();
    for (const [field, preset] of roles) {
      for (const { name } of namesIn(at(field))) {
        const [, bare = name, said = ''] = nameWithBracket.exec(name) ?? [];
        const role = /联合领投|co-?lead/i.test(said)
          ? 'co-lead'
          : /领投|lead/i.test(said)
            ? 'lead'
            : /跟投|follow/i.test(said)
              ? 'follow'
              : preset;
        if (isNothing(bare) || /^(?:等|未披露|未透露|undisclosed)$/i.test(bare)) continue;
        const investor = this.#organizationNamed(
          role === preset && said !== '' && !/投|lead|follow/i.test(said) ? name : bare,
          'investor',
          source,
        );
        if (!found.has(investor)) found.set(investor, { investor, role });
      }
    }
    return [...found.values()];
  }

  #model(at: (field: string) => string, one: { name: string; url: string | null } | null) {
    const source = this.#sourceOf(at);
    const cell = at('vendor');
    const [first] = namesIn(at('name'));
    const name = plainCell(one?.name ?? first?.name ?? at('name'));
    const names = this.#names(at, name);
    if (cell === '') this.#refuse('vendor', '', { zh: '没有厂商', en: 'There is no vendor.' });
    const [vendorName = { name: cell }, ...others] = namesIn(cell);
    const vendor = this.#organizationNamed(vendorName.name, 'vendor', source);
    const partners = others.map((each) => this.#organizationNamed(each.name, 'vendor', source));
    const category = plainCell(at('category'));
    const tierWord = plainCell(at('tier')) || category;
    const tier =
      tiers.find((each) => each === tierWord.toLowerCase()) ??
      (/通用|基础|general/i.test(tierWord)
        ? 'general'
        : /行业|industry/i.test(tierWord)
          ? 'industry'
          : /任务|task/i.test(tierWord)
            ? 'task'
            : null);
    const industries = this.#industries(at('industries') || (tier === null ? category : ''));
    const urls = [one?.url ?? first?.url ?? null, linkIn(at('urls'))].flatMap((url) => url ?? []);
    const key = `${vendor} ${folded(names.zh)}`;
    const slug =
      this.known.models.get(key) ??
      this.known.models.get(`${vendor} ${folded(names.en)}`) ??
      this.#slug(at, names.en);
    this.known.models.set(key, slug);
    for (const each of [names.zh, names.en])
      if (!this.known.named.has(`model ${folded(each)}`)) this.known.named.set(`model ${folded(each)}`, slug);
    const note = plainCell(at('note'));
    return {
      name: names.zh,
      slug,
      payload: {
        name: names,
        aliases: namesIn(at('aliases')).map((each) => each.name),
        vendor,
        partners,
        tier: tier ?? (industries.length > 0 ? 'industry' : null),
        category: category === '' || tier !== null ? null : category,
        modalities: this.#choices(modalityNames, at('modalities')),
        access: this.#choices(accessNames, at('access')),
        industries,
        released: this.#date('released', at),
        urls: [...new Set(urls)],
        note: note === '' ? null : { zh: note, en: note },
        citations: [{ source, kind: 'claimed' }],
      },
    };
  }

  /** Words of a vocabulary that a cell holds, among others that say something else. */
  #choices(names: Readonly<Record<string, Bilingual>>, cell: string): string[] {
    const said = new Set(cell.split(/[、；;,，/|+\s]+/).map((part) => wordOf(names, part)));
    const text = cell.toLowerCase();
    return Object.keys(names).filter((word) => said.has(word) || text.includes(word));
  }

  #peopleMove(at: (field: string) => string) {
    const texts = (field: string) => {
      const whole = plainCell(at(field));
      const [zh, en] = [plainCell(at(`${field}.zh`)), plainCell(at(`${field}.en`))];
      return { zh: zh || whole || en, en: en || whole || zh };
    };
    const person = texts('person');
    if (person.zh === '') this.#refuse('person', '', { zh: '没有人物', en: 'There is no person.' });
    const source = this.#sourceOf(at);
    const employer = (field: string) =>
      plainCell(at(field)) === '' ? null : this.#organizationNamed(at(field), 'employer', source);
    const [organization, joined] = [employer('organization'), employer('joined')];
    const date = this.#date('date', at);
    const place = (slug: string | null, field: string) => plainCell(at(field)) || slug || '—';
    const or = (field: string, other: string) =>
      texts(field).zh === '' ? { zh: other, en: other } : texts(field);
    const payload = {
      person,
      was: or('was', place(organization, 'organization')),
      organization,
      did: or('did', place(joined, 'joined')),
      joined,
      date,
      citations: [{ source, kind: 'claimed' }],
    };
    const slug = this.#slug(at, [person.en, date ?? ''].join(' ').trim());
    return { name: person.zh, slug, payload };
  }

  /** Industries that are on record; a word that names none stays the model's category. */
  #industries(cell: string): string[] {
    return [
      ...new Set(
        namesIn(cell).flatMap(({ name }) => this.known.industries.get(folded(plainCell(name))) ?? []),
      ),
    ];
  }

  #organization(at: (field: string) => string) {
    const plain = plainCell(at('name'));
    const names = this.#names(at, plain);
    const source = this.#sourceOf(at);
    const key = folded(names.zh);
    const slug =
      this.known.organizations.get(key) ??
      this.known.organizations.get(folded(names.en)) ??
      this.#slug(at, names.en);
    this.known.organizations.set(key, slug);
    const city = plainCell(at('place'));
    const place = places.find(
      (each) =>
        each.slug === city.toLowerCase() ||
        each.name.zh === city.replace(/市$/, '') ||
        each.name.en.toLowerCase() === city.toLowerCase(),
    );
    const kindCell = plainCell(at('kind'));
    const kind =
      organizationKinds.find((each) => each === kindCell.toLowerCase()) ??
      kindWords.find(([word]) => word.test(kindCell === '' ? names.zh : kindCell))?.[1] ??
      'company';
    const [business, note, homepage] = [
      plainCell(at('business')),
      plainCell(at('note')),
      linkIn(at('homepage')),
    ];
    const country = plainCell(at('country'));
    return {
      name: names.zh,
      slug,
      payload: {
        name: names,
        aliases: namesIn(at('aliases')).map((each) => each.name),
        country: /^中国|^china$|^cn$/i.test(country)
          ? 'CN'
          : /^[A-Z]{2}$/.test(country)
            ? country
            : (place && placeOf(place.slug)?.country) || null,
        place: place?.slug ?? null,
        kind,
        roles: organizationRoles.filter((role) => at('roles').toLowerCase().includes(role)),
        business: business === '' ? null : { zh: business, en: business },
        homepage,
        note: note === '' ? null : { zh: note, en: note },
        citations: [{ source, kind: 'claimed' }],
      },
    };
  }

  #source(at: (field: string) => string) {
    const title = plainCell(at('title'));
    if (title === '') this.#refuse('title', '', { zh: '没有标题', en: 'There is no title.' });
    const url = linkIn(at('url')) ?? linkIn(at('title'));
    const slug =
      (url === null ? undefined : this.known.sourcesByUrl.get(url)) ??
      this.known.sourcesByTitle.get(folded(title)) ??
      this.#slug(at, title);
    if (url !== null) this.known.sourcesByUrl.set(url, slug);
    const language = plainCell(at('language')).toLowerCase();
    const note = plainCell(at('note'));
    return {
      name: title,
      slug,
      payload: {
        title,
        publisher: plainCell(at('publisher')) || null,
        url,
        language: /^en|英/.test(language)
          ? 'en'
          : /^zh|中/.test(language) || /\p{Script=Han}/u.test(title)
            ? 'zh'
            : 'en',
        published: this.#date('published', at),
        note: note === '' ? null : { zh: note, en: note },
      },
    };
  }

  #indicator(at: (field: string) => string) {
    const names = this.#names(at, plainCell(at('name')));
    const source = this.#sourceOf(at);
    const slug = this.known.indicators.get(folded(names.zh)) ?? this.#slug(at, names.en);
    const note = plainCell(at('note'));
    const [zh, en] = [plainCell(at('unitName.zh')), plainCell(at('unitName.en'))];
    return {
      name: names.zh,
      slug,
      payload: {
        name: names,
        unit: plainCell(at('unit')) || 'count',
        unitName: zh || en ? { zh: zh || en, en: en || zh } : null,
        note: note === '' ? null : { zh: note, en: note },
        citations: [{ source, kind: 'claimed' }],
      },
    };
  }

  /** An event that has more than one thing in common with one on record is perhaps the same. */
  #suspect(row: PlannedRow, payload: Payload): void {
    const [statement] = payload.statements as {
      amount: { currency: string; min: number | null; max: number | null } | null;
    }[];
    const own = {
      organization: String(payload.organization),
      announced: payload.announced as string | null,
      min: statement?.amount?.min ?? null,
      max: statement?.amount?.max ?? null,
      round: payload.round as string | null,
      investors: (payload.participations as { investor: string }[]).map(({ investor }) => investor),
    };
    const events = this.known.events.get(own.organization) ?? [];
    const like = events.find(
      (event) =>
        event.slug !== row.slug &&
        likenessOf(
          own,
          event.currency === statement?.amount?.currency ? event : { ...event, min: null, max: null },
        ).length > 1,
    );
    if (like && row.outcome === 'new') {
      row.outcome = 'duplicate';
      row.problems = [
        {
          column: '',
          value: like.slug,
          reason: { zh: `可能就是已收录的 ${like.slug}`, en: `Perhaps ${like.slug}, which is on record.` },
        },
      ];
    }
    events.push({ slug: row.slug, currency: statement?.amount?.currency ?? null, ...own });
    this.known.events.set(own.organization, events);
  }

  /** Compares rows about records that stand with what those say: what a row leaves empty stays as it is. */
  async compare(facts: Facts, rows: readonly PlannedRow[]): Promise<void> {
    const standing = rows.flatMap((row) => {
      const record = this.known.records.get(`${row.kind}/${row.slug}`);
      return record && row.outcome === 'new' ? [{ row, ...record }] : [];
    });
    const payloads = await payloadsOf(
      facts.db,
      standing.map(({ row, id }) => ({ id, kind: row.kind })),
    );
    for (const { row, id, version } of standing) {
      const now = payloads.get(id);
      const record = this.#proposed.get(row);
      if (!now || !record) continue;
      const wanted = together(this.kind, now, record.payload as Payload);
      row.changes = fieldChanges(now, wanted);
      // That the file is a source of it too is no news where the row says nothing else.
      const parts = ['citations', 'statements'];
      const news = row.changes.filter(({ field }) => !parts.includes(field));
      if (news.length === 0 && this.#restsOnFile(record.payload as Payload)) row.changes = [];
      row.outcome = row.changes.length === 0 ? 'same' : 'changed';
      this.#proposed.set(row, { ...record, baseVersion: version, payload: wanted });
    }
  }

  /** Does a row name no source of its own? */
  #restsOnFile(payload: Payload): boolean {
    const cited = [
      ...((payload.citations ?? []) as { source: string }[]),
      ...((payload.statements ?? []) as { source: string }[]),
    ];
    return cited.every(
      ({ source }) =>
        source === this.#fileSource || source === this.known.sourcesByTitle.get(folded(this.file)),
    );
  }

  /**
   * What is to be published of these rows: those that are new or changed, and before them what they refer to. Each record
   * is given out once.
   */
  recordsOf(rows: readonly PlannedRow[], duplicates: boolean): ProposedRecord[] {
    const records: ProposedRecord[] = [];
    const add = (name: string) => {
      const record = this.#made.get(name);
      if (!record) return;
      this.#made.set(name, null);
      // The source of a record that is made with the row.
      for (const { source } of ((record.payload as Payload).citations ?? []) as { source: string }[])
        add(`source/${source}`);
      records.push(record);
    };
    for (const row of rows) {
      const imported =
        row.outcome === 'new' || row.outcome === 'changed' || (duplicates && row.outcome === 'duplicate');
      const record = this.#proposed.get(row);
      if (imported) for (const name of this.#supports.get(row) ?? []) add(name);
      if (imported && record) records.push(record);
      if (record) this.#made.set(`${record.kind}/${record.slug}`, null);
      this.#supports.delete(row);
      this.#proposed.delete(row);
    }
    return records;
  }
}

/** A record with what a row says of it: filled fields stand in place of old ones, lists get longer. */
function together(kind: ImportKind, now: Payload, said: Payload): Payload {
  const parsed = recordSchemas[kind].safeParse(said);
  const own: Payload = parsed.success ? (parsed.data as Payload) : said;
  const result: Payload = { ...now };
  for (const [field, value] of Object.entries(own)) {
    if (value === null || value === undefined) continue;
    const { as, guessed } = books[kind][field] ?? {};
    if (Array.isArray(value) && as !== undefined) {
      const there = (now[field] ?? []) as unknown[];
      result[field] = [
        ...there,
        ...(value as unknown[]).filter((each) => !there.some((old) => isSamePart(field, old, each))),
      ];
    } else if (guessed) {
      // A guess never replaces what an editor has said.
      if (now[field] === null) result[field] = value;
    } else if (field === 'name') {
      result[field] = now[field];
    } else result[field] = value;
  }
  const checked = recordSchemas[kind].safeParse(result);
  return checked.success ? (checked.data as Payload) : result;
}

function isSamePart(field: string, old: unknown, added: unknown): boolean {
  if (field === 'citations' || field === 'statements')
    return (old as { source: string }).source === (added as { source: string }).source;
  if (field === 'participations')
    return (old as { investor: string }).investor === (added as { investor: string }).investor;
  return old === added;
}
