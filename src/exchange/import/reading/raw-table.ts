import type { Bilingual } from '@/domain/bilingual';
import type { HeadUnit } from '../cells/unit-of-head';

/** The formats that a table may come in. */
export const tableFormats = ['csv', 'tsv', 'xlsx', 'xls', 'ods', 'json', 'ndjson', 'md'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** One row of a table. */
export interface RawRow {
  /** The number of the line, row or item in the file or sheet, from 1. */
  line: number;
  cells: string[];
  /** The sheet, where rows of several are read together. */
  sheet?: string;
}

/** What a file holds before its head is known: a sheet, a Markdown table, a list of objects. */
export interface Grid {
  /** Of the sheet, of the heading above it, of the field of a JSON; '' where it has none. */
  name: string;
  rows: RawRow[];
  /** The head is its first row, and no row is a note or a sum: as formats with a head of their own have it. */
  hasHead: boolean;
}

/** How somebody says that a file is to be read, where it does not say itself. */
export interface TableChoice {
  /** The name of the sheet or table. */
  table?: string;
  /** The number of the row that holds the heads, from 1. */
  headRow?: number;
  delimiter?: string;
  encoding?: string;
}

export const delimiters = [',', ';', '\t', '|', '，'] as const;
export const encodings = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'windows-1252',
  'shift_jis',
  'euc-kr',
] as const;

/** A table as a file holds it: its head, its rows as texts, and what had to be done to read it. */
export interface RawTable {
  format: TableFormat;
  headers: string[];
  /** The row of the head; null where the format has none. */
  headRow: number | null;
  rows: RawRow[];
  /** What was done beside reading: another encoding, rows left out. */
  notes: Bilingual[];
  /** Every table that the file offers, and which of them were read. */
  tables: { name: string; rows: number; read: boolean }[];
  /** 单位：万元 above the head. */
  unit: HeadUnit | null;
  /** What has to be answered before rows can be read. */
  question: Bilingual | null;
}
