import type { ChartDrawing } from '../engine/drawing';
import type { LandscapeRow, State } from './rows';
import { tiles } from './tiles';

export const drawing: ChartDrawing<State, LandscapeRow> = ({ rows, lang }) => tiles({ rows, lang });
