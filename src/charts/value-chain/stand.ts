import type { ChainEntry } from '@/database/queries/value-chain-entries';
import type { LayerSlug } from '@/domain/records/layer';
import type { EntryKind } from './rows';

/** Where an entry stands: accelerators and platforms carry models, other products are built on them. */
export function standOf({ kind, category }: ChainEntry): { layer: LayerSlug; kind: EntryKind } {
  if (kind === 'model') return { layer: 'model', kind: 'model' };
  if (kind === 'platform') return { layer: 'infrastructure', kind: 'platform' };
  return category === 'accelerator'
    ? { layer: 'infrastructure', kind: 'accelerator' }
    : { layer: 'application', kind: 'product' };
}
