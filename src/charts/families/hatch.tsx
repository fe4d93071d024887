/** Diagonal lines in a colour, for what is possible and not certain. Fill with `url(#id)`. */
export function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={1.7} height={5} fill={colour} />
    </pattern>
  );
}
