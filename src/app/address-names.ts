/**
 * The query of an address that went through HTML with its `&amp;` left as it was: `amp;width=320` means `width=320`. Chat
 * programs and mail do that to the addresses of pictures.
 */
export function unescapedNames(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...search].map(([name, value]): [string, string] => [
      name.startsWith('amp;') ? name.slice(4) : name,
      value,
    ]),
  );
}
