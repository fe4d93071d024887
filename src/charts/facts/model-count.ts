import type { ModelCount } from '@/domain/model-count';
import { modelCountNames } from '@/i18n/model-count';
import { choice, younger } from '@/linking/parameters';

/** What a chart counts; a state from before there was a choice meant every record, nearest to versions. */
export const countParameter = younger(
  choice(
    { zh: '按什么计', en: 'Counted' },
    (['families', 'versions'] as const satisfies readonly ModelCount[]).map((value) => ({
      value,
      label: modelCountNames[value],
    })),
    'families',
  ),
  'versions',
);
