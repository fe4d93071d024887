/** Round values from 0 to just above `most`, about `count` of them, for a value axis. Whole numbers where `whole`. */
export function niceTicks(most: number, count: number, whole = false): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.999) ?? power;
  const size = whole ? Math.max(1, Math.ceil(step)) : step;
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < most * 0.999) ticks.push(Number((ticks.length * size).toPrecision(12)));
  return ticks;
}
