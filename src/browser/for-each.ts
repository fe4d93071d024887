const looks: (() => void)[] = [];

/** Starts something for each element that matches, now and among what later takes its place in the page; once each. */
export function forEachElement<Kind extends Element>(selector: string, start: (element: Kind) => void): void {
  const started = new WeakSet<Kind>();
  const look = () => {
    for (const element of document.querySelectorAll<Kind>(selector))
      if (!started.has(element)) {
        started.add(element);
        start(element);
      }
  };
  look();
  looks.push(look);
}

/** Parts of the page were put in place anew: whoever serves elements of a kind looks for new ones. */
export function lookAgain(): void {
  for (const look of looks) look();
}
