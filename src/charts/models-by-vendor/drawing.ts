import { tierColours } from '@/domain/palette';
import { tierNames } from '@/records/model/book';
import type { ChartDrawing } from '../engine/drawing';
import { stackedBars } from '../families/stacked-bars';
import { type State, stackedTiers, type VendorRow } from './rows';

export const drawing: ChartDrawing<State, VendorRow> = ({ rows, lang }) =>
  stackedBars({
    series: stackedTiers.map((tier) => ({
      key: tier,
      label: tierNames[tier][lang],
      colour: tierColours[tier],
    })),
    rows: rows.map(({ vendor, name, ...counts }) => ({
      key: vendor,
      label: name[lang],
      values: Object.fromEntries(stackedTiers.map((tier) => [tier, counts[tier]])),
    })),
  });
