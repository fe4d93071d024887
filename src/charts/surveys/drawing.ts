import { observationSections } from '../facts/observation-sections';

export const drawing = observationSections;
