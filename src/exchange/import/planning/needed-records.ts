import { folded } from '@/database/name-forms';
import type { Payload } from '@/database/record-rows';
import { slugFrom } from '@/editorial/slug-from-name';
import type { ProposedRecord } from '@/editorial/validation';
import { companyName, nameKey, withoutLegalEnding } from '../cells/company-name';
import { linkIn, plainCell } from '../cells/plain-cell';
import { organizationKindIn } from '../cells/word-cells';
import type { KnownRecords } from './known-records';
import { nearNames } from './near-names';
import type { RowDecision } from './planned-row';
import type { RowReader } from './row-reader';

/** The slug of an organization that a name means. `isSure`: by one of its names as they are written. */
interface Meant {
  slug: string;
  isSure: boolean;
}

/** Organizations and sources that rows refer to: those on record, and those that are made with the rows. */
export class NeededRecords {
  /** Records that rows make, by kind and slug; null once they were given out. */
  readonly made = new Map<string, ProposedRecord | null>();
  /** What the row that is read needs, by kind and slug. */
  pending: string[] = [];
  fileSource: string | null = null;

  constructor(
    readonly known: KnownRecords,
    private readonly file: string,
  ) {}

  /** A slug that nothing has yet, or the one that the row gives. */
  slug(reader: RowReader, name: string): string {
    const given = reader.at('slug').toLowerCase();
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(given)) return given;
    if (given !== '')
      reader.warn('slug', given, {
        zh: '代号只能有小写字母、数字和连字符；按名称生成',
        en: 'A slug has lower-case letters, digits and hyphens only; one was made from the name.',
      });
    const slug = slugFrom(name, this.known.taken);
    this.known.taken.add(slug);
    return slug;
  }

  /**
   * The organization on record that a name means: by any of its names, in simplified characters, without its legal form,
   * its ticker and the translation in brackets. Refuses a name whose parts mean two of them.
   */
  meant(cell: string, reader: RowReader, decision: RowDecision): Meant | null {
    const wished = decision.as?.[cell];
    if (wished !== undefined && this.known.records.has(`organization/${wished}`))
      return { slug: wished, isSure: true };
    const { organizations, organizationsByCore } = this.known;
    const sure = organizations.get(nameKey(cell));
    if (sure !== undefined) return { slug: sure, isSure: folded(cell) === nameKey(cell) };
    const { name, other } = companyName(cell);
    const found = [name, other].flatMap((each) => {
      if (each === null) return [];
      const core = nameKey(withoutLegalEnding(each));
      return (
        organizations.get(nameKey(each)) ?? organizations.get(core) ?? organizationsByCore.get(core) ?? []
      );
    });
    const [slug, second] = [...new Set(found)];
    if (slug !== undefined && second !== undefined)
      reader.refuse('organization', cell, {
        zh: `这个名称对应两个已收录的机构：${slug}、${second}；请只写一个`,
        en: `This name means two organizations on record, ${slug} and ${second}. Write one of them.`,
      });
    return slug === undefined ? null : { slug, isSure: false };
  }

  /** An organization by its name; one that is not on record is made with the row. */
  organization(
    field: string,
    cell: string,
    role: 'vendor' | 'investor' | 'employer',
    source: string,
    reader: RowReader,
    decision: RowDecision,
  ): string {
    const said = plainCell(cell);
    const there = this.meant(said, reader, decision);
    if (there) {
      if (!there.isSure && this.known.records.has(`organization/${there.slug}`))
        reader.warn(field, said, {
          zh: `按已收录的“${this.known.names.get(there.slug) ?? there.slug}”（${there.slug}）读取`,
          en: `Read as ${this.known.names.get(there.slug) ?? there.slug} (${there.slug}), which is on record.`,
        });
      if (this.made.get(`organization/${there.slug}`) != null)
        this.pending.push(`organization/${there.slug}`);
      return there.slug;
    }
    const { name, other } = companyName(said);
    const key = nameKey(name);
    if (key === '' || nameKey(withoutLegalEnding(` ${name}`)) === '' || name.length > 120)
      reader.refuse(field, cell, { zh: '这不是机构的名称', en: 'This is no name of an organization.' });
    this.tellNear(said, name, reader);
    if (/[和与及&]|\band\b/i.test(name) && role === 'investor' && /[和与及]/.test(name))
      reader.warn(field, said, {
        zh: '按一个名称读取；若是两家，请用顿号分开',
        en: 'Read as one name; part two of them with a semicolon.',
      });
    const slug = slugFrom(other !== null && /\p{Script=Han}/u.test(name) ? other : name, this.known.taken);
    this.known.taken.add(slug);
    this.remember(slug, [name, ...(other === null ? [] : [other]), said]);
    const isHan = /\p{Script=Han}/u.test(name);
    this.made.set(`organization/${slug}`, {
      kind: 'organization',
      slug,
      baseVersion: 0,
      payload: {
        slug,
        name: { zh: isHan ? name : (other ?? name), en: isHan ? (other ?? name) : name },
        kind: organizationKindIn(name) ?? (role === 'investor' ? 'fund' : 'company'),
        roles: [role],
        citations: [{ source, kind: 'claimed' }],
      },
    });
    this.pending.push(`organization/${slug}`);
    return slug;
  }

  /** Names by which later rows find a record that an earlier one makes. */
  remember(slug: string, names: readonly string[]): void {
    for (const name of names) {
      this.known.organizations.set(nameKey(name), slug);
      const core = nameKey(withoutLegalEnding(name));
      if (!this.known.organizationsByCore.has(core)) this.known.organizationsByCore.set(core, slug);
    }
  }

  /** Tells which organizations on record a new name may mean. */
  tellNear(said: string, name: string, reader: RowReader): void {
    for (const { slug } of nearNames(name, this.known)) {
      if (reader.row.near.some((each) => each.said === said && each.slug === slug)) continue;
      reader.row.near.push({ said, kind: 'organization', slug, name: this.known.names.get(slug) ?? slug });
    }
  }

  /** The source of a row: what it names, or the file itself. */
  source(reader: RowReader): string {
    const [cell, linkCell] = [reader.at('source'), reader.at('sourceUrl')];
    const url = linkIn(linkCell) ?? linkIn(cell);
    const title =
      plainCell(cell) || (url !== null && !plainCell(linkCell).includes('://') ? plainCell(linkCell) : '');
    if (linkCell !== '' && url === null)
      reader.warn('sourceUrl', linkCell, { zh: '这不是网址', en: 'This is no web address.' });
    const there =
      (url === null ? undefined : this.known.sourcesByUrl.get(url)) ??
      (this.known.records.has(`source/${title}`) ? title : undefined) ??
      (title === '' || url !== null ? undefined : this.known.sourcesByTitle.get(folded(title)));
    const slug = there ?? this.sourceMade(title, url, reader);
    if (this.made.get(`source/${slug}`) != null) this.pending.push(`source/${slug}`);
    return slug;
  }

  /** A source that the row names, or, where it names none, the file. */
  private sourceMade(title: string, url: string | null, reader: RowReader): string {
    if (title !== '' || url !== null)
      return this.newSource(title || (url ?? ''), url, reader.text('publisher'));
    this.fileSource ??=
      this.known.sourcesByTitle.get(folded(this.file)) ?? this.newSource(this.file, null, '');
    return this.fileSource;
  }

  private newSource(title: string, url: string | null, publisher: string): string {
    const slug = slugFrom(title, this.known.taken);
    this.known.taken.add(slug);
    if (url !== null) this.known.sourcesByUrl.set(url, slug);
    else this.known.sourcesByTitle.set(folded(title), slug);
    this.made.set(`source/${slug}`, {
      kind: 'source',
      slug,
      baseVersion: 0,
      payload: {
        slug,
        title: title.slice(0, 300),
        url,
        publisher: publisher || null,
        language: /\p{Script=Han}/u.test(title) ? 'zh' : 'en',
      },
    });
    return slug;
  }

  /** Does a record name no source of its own? */
  restsOnFile(payload: Payload): boolean {
    const cited = [
      ...((payload.citations ?? []) as { source: string }[]),
      ...((payload.statements ?? []) as { source: string }[]),
    ];
    return cited.every(
      ({ source }) =>
        source === this.fileSource || source === this.known.sourcesByTitle.get(folded(this.file)),
    );
  }
}
