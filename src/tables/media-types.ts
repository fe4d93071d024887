/** Media types of the files that can be had here, by the ending of their names. */
export const mediaTypes = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
} as const;
export type FileEnding = keyof typeof mediaTypes;

/** Is this one of the endings? */
export function isOneOf<E extends FileEnding>(endings: readonly E[], text: string): text is E {
  return endings.some((each) => each === text);
}
