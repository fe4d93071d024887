/**
 * Does a key belong to an input method that is composing? Safari sends the key that ends the composition after its end, with
 * the code 229 (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
