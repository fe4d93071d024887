import { ListPage, type ListProps, listMetadata, readList } from '@/app/list-page';
import { vendors } from '@/lists/vendors/definition';
import { vendorsOfPage } from './vendor-rows';
import { VendorTable } from './vendor-table';
import './vendors.css';

export const generateMetadata = (props: ListProps) => listMetadata(vendors, props);

/** Organizations that make or run something, filtered by links; investors on request. */
export default async function VendorsPage(props: ListProps) {
  const { lang, list, rows } = await readList(vendors, props, vendorsOfPage);
  return (
    <ListPage lang={lang} definition={vendors} list={list}>
      <VendorTable lang={lang} rows={rows} state={list.state} />
    </ListPage>
  );
}
