/**
 * A computed figure without digits that nobody measured: whole units from a thousand on, six digits that count below.
 * What was stated in no more digits than that stays exactly what it is.
 */
export function sensibleDigits(value: number): number {
  if (!Number.isFinite(value)) return value;
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(6));
}
