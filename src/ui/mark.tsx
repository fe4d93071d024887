/**
 * The product's mark: three layers of the chain, the upper one hatched like the uncertain part of a bar.
 * It takes the colour of the text around it.
 */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d="M2 17h20v5H2zM2 9.5h14v5H2z" />
      <path d="M2 2h1.7v5H2zM5 2h1.7v5H5zM8 2h1.7v5H8zM11 2h1.7v5H11zM14 2h1.7v5H14zM17 2h1.7v5H17zM20.3 2H22v5h-1.7z" />
    </svg>
  );
}
