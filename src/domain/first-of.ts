/** The first `count` of these in an order, without putting all of them in order. */
export function firstOf<Each>(
  all: Iterable<Each>,
  count: number,
  compare: (a: Each, b: Each) => number,
): Each[] {
  const first: Each[] = [];
  for (const each of all) {
    if (first.length === count && compare(each, first[count - 1] as Each) >= 0) continue;
    let at = first.length;
    while (at > 0 && compare(each, first[at - 1] as Each) < 0) at -= 1;
    first.splice(at, 0, each);
    if (first.length > count) first.pop();
  }
  return first;
}
