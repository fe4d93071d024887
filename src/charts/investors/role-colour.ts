import { type Colour, heat, surface } from '@/domain/palette';
import type { InvestorRole } from './rows';

const steps = { lead: 4, 'co-lead': 3, follow: 1 } as const satisfies Record<InvestorRole, number>;

/** The colour of a role in the matrix, and of a number on it; what is not stated is paper. */
export function roleColour(role: InvestorRole | null): { fill: Colour; text: Colour } {
  return (role === null ? undefined : heat[steps[role]]) ?? { fill: surface.paper, text: surface.ink };
}
