import { ListPage, type ListProps, listMetadata, readList } from '@/app/list-page';
import { doubts } from '@/lists/doubts/definition';
import { DoubtTable } from './doubt-table';

export const generateMetadata = (props: ListProps) => listMetadata(doubts, props);

/** Every doubt and disagreement on record, filtered by links. */
export default async function DoubtsPage(props: ListProps) {
  const { lang, list, rows } = await readList(doubts, props, async (_, page) => page);
  return (
    <ListPage lang={lang} definition={doubts} list={list}>
      <DoubtTable lang={lang} doubts={rows} />
    </ListPage>
  );
}
