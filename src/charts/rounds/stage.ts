import {
  formatRound,
  parseRound,
  type Round,
  type RoundFamily,
  roundFamilies,
  roundFamilyName,
  roundOrder,
} from '@/domain/round';
import type { StageRow, State } from './rows';

/** A stage by name and place. */
export type Stage = Pick<StageRow, 'stage' | 'name' | 'family' | 'order'>;

/** The stage that an event belongs to, as finely as the state asks. `label` is the round as stated. */
export function stageOf(label: string | null, family: string, by: State['by']): Stage {
  const round = roundOf(label, family);
  if (by === 'family' || round.family === 'unknown') return familyStage(round.family);
  const shown = by === 'label' ? round : { ...round, plusCount: 0, ordinal: null };
  return {
    stage: formatRound(shown, 'en'),
    name: { zh: formatRound(shown, 'zh'), en: formatRound(shown, 'en') },
    family: round.family,
    order: roundOrder(shown),
  };
}

/** From pre-seed to IPO, then the types without a stage in their own order. */
export function compareStages(a: Stage, b: Stage): number {
  const place = (stage: Stage) => stage.order ?? 1e6 + roundFamilies.indexOf(stage.family);
  return place(a) - place(b) || (a.stage < b.stage ? -1 : a.stage > b.stage ? 1 : 0);
}

function roundOf(label: string | null, family: string): Round {
  const known = roundFamilies.find((each) => each === family) ?? 'unknown';
  const read = label === null ? null : parseRound(label);
  if (read?.ok && read.round.family === known) return read.round;
  return { label: '', family: known, letter: null, isPre: false, plusCount: 0, ordinal: null };
}

function familyStage(family: RoundFamily): Stage {
  const round: Round = { label: '', family, letter: 'A', isPre: false, plusCount: 0, ordinal: null };
  return {
    stage: roundFamilyName(family, 'en'),
    name: { zh: roundFamilyName(family, 'zh'), en: roundFamilyName(family, 'en') },
    family,
    order: roundOrder(round),
  };
}
