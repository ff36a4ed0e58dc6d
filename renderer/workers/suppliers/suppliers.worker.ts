import '../../platform/jitless.ts';
import type { ListMapping } from '#shared/suppliers/list/mapping.ts';
import { offersOf, type RowOutcome } from '#shared/suppliers/list/offers.ts';
import { readSupplierList, type SupplierListTable } from '#shared/suppliers/list/read-list.ts';
import { readInWorker } from '../../store/rows.ts';
import { exposeService } from '../expose.ts';
import type { Progress } from '../task.ts';

const service = {
  read: (file: { name: string; bytes: Uint8Array }, sheet: string | null): SupplierListTable =>
    readSupplierList(file, sheet),

  /** What a list would bring in, beside the suppliers of the store that the window has open. */
  offer: async (
    storeId: string,
    table: SupplierListTable,
    mapping: ListMapping,
    onProgress: Progress,
  ): Promise<RowOutcome[]> => {
    const known = await readInWorker(storeId, (tables) =>
      // Whose kind nobody said may be a supplier.
      tables.organisations.where('kind').anyOf(['supplier', 'other']).toArray(),
    );
    return offersOf(table, mapping, known, onProgress);
  },
};
export type SuppliersService = typeof service;

exposeService(service);
