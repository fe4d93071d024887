import { z } from 'zod';
import type { Bilingual } from '@/domain/bilingual';
import { isRecordKind, type RecordKind, type RecordPayload, recordSchemas } from '@/records/record';
import type { Problem } from './problem';

/** One record of a proposal as it comes in. `payload: null` asks to retract the record. */
export interface ProposedRecord {
  kind: string;
  slug: string;
  /** The version that the author saw; 0 for a new record. */
  baseVersion: number;
  payload: unknown;
}

/** A record that has passed its schema: defaults filled in, text trimmed, lists in order. */
export interface ValidRecord {
  kind: RecordKind;
  slug: string;
  baseVersion: number;
  payload: RecordPayload | null;
}

const messagesZh = z.locales.zhCN().localeError;
const messagesEn = z.locales.en().localeError;

function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  );
}

/** A schema may carry its reason in both languages in `params.reason`. */
function statedReason(issue: z.core.$ZodIssue): Bilingual | undefined {
  return issue.code === 'custom' ? (issue.params?.reason as Bilingual | undefined) : undefined;
}

function invalid(
  item: number,
  kind: RecordKind | null,
  slug: string,
  field: string,
  reason: Bilingual,
): Problem {
  return { cause: 'invalid', item, kind, slug, field, reason };
}

/** Checks one proposed record against its schema. */
export function validateRecord(proposed: ProposedRecord, item: number): ValidRecord | Problem[] {
  const { kind, slug, baseVersion, payload } = proposed;
  if (!isRecordKind(kind)) {
    return [
      invalid(item, null, slug, '', {
        zh: `没有“${kind}”这种记录；可用：${Object.keys(recordSchemas).join('、')}`,
        en: `There is no kind of record "${kind}". Known kinds: ${Object.keys(recordSchemas).join(', ')}.`,
      }),
    ];
  }
  if (payload === null) return { kind, slug, baseVersion, payload };
  const schema = recordSchemas[kind];
  const parsed = schema.safeParse(payload, { error: messagesEn });
  if (!parsed.success) {
    const inChinese = schema.safeParse(payload, { error: messagesZh }).error?.issues ?? [];
    return parsed.error.issues.map((issue, index) =>
      invalid(
        item,
        kind,
        slug,
        fieldPath(issue.path),
        statedReason(issue) ?? { zh: inChinese[index]?.message ?? issue.message, en: issue.message },
      ),
    );
  }
  if (parsed.data.slug !== slug) {
    return [
      invalid(item, kind, slug, 'slug', {
        zh: `记录名与内容里的 slug 不一致：${slug} / ${parsed.data.slug}`,
        en: `The record is proposed as "${slug}" but its slug says "${parsed.data.slug}".`,
      }),
    ];
  }
  return { kind, slug, baseVersion, payload: parsed.data };
}

/** Checks all records of a proposal: every problem of every record, so that the author mends them in one go. */
export function validate(records: readonly ProposedRecord[]): { valid: ValidRecord[]; problems: Problem[] } {
  const valid: ValidRecord[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  records.forEach((proposed, item) => {
    const result = validateRecord(proposed, item);
    if (Array.isArray(result)) {
      problems.push(...result);
      return;
    }
    const name = `${result.kind}/${result.slug}`;
    if (seen.has(name)) {
      problems.push(
        invalid(item, result.kind, result.slug, 'slug', {
          zh: `同一份提案里有两条 ${name}；请合并，或换一个 slug`,
          en: `The proposal holds ${name} twice. Merge the two, or give one another slug.`,
        }),
      );
    }
    seen.add(name);
    valid.push(result);
  });
  return { valid, problems };
}
