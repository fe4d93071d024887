import type { Bilingual } from '@/domain/bilingual';

/** `unit` is a key of `unitNames` or a unit of its own (GB/s). */
export type TableColumn = { key: string; label: Bilingual; kind: 'text' | 'number'; unit: string | null };
/** `value` for machines, `text` for people, `path` the page of what it names (without the language). */
export type Cell = { value: string | number | null; text: string; path: string | null };
export type Table = { columns: TableColumn[]; rows: Cell[][] };
