/** Sizes of type in pictures, in pixels. */
export const type = { label: 12.5, number: 11.5, axis: 11.5 } as const;
export const lineHeight = 1.25;
