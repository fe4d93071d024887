/** How much is left of a mark that steps back because others are highlighted. */
export const fadedOpacity = 0.25;
