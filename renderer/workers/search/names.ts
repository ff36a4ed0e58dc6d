/** Where the index of a workspace is kept: beside its tables, not among them, since it can be built anew at any time. */
export function indexDatabaseName(storeId: string): string {
  return `hearken-search-${storeId}`;
}
