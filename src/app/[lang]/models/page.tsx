import { EndOfRecords } from '@/app/end-of-records';
import { ListPage, type ListProps, listMetadata, readList } from '@/app/list-page';
import { modelsInFull } from '@/database/queries/models-in-full';
import { models } from '@/lists/models/definition';
import { ModelTable } from './model-table';

export const generateMetadata = (props: ListProps) => listMetadata(models, props);

/** All models on record, filtered by links. */
export default async function ModelsPage(props: ListProps) {
  const { lang, list, rows } = await readList(models, props, async (facts, page) => {
    const full = await modelsInFull(
      facts,
      page.map(({ id }) => id),
    );
    const byId = new Map(full.map((model) => [model.id, model]));
    return page.flatMap(({ id }) => byId.get(id) ?? []);
  });
  return (
    <ListPage lang={lang} definition={models} list={list} end={<EndOfRecords lang={lang} kind="model" />}>
      <ModelTable lang={lang} models={rows} state={list.state} />
    </ListPage>
  );
}
