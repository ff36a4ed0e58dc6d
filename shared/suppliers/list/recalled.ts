import { foldText } from '../../fold/fold.ts';
import { type ColumnUse, LIST_FIELDS, type ListMapping } from './mapping.ts';

/** By what lists with the same columns are known again: their heads, in their order. */
export function signatureOf({ names }: Pick<ListMapping, 'names'>): string {
  return names.map(foldText).join('\t');
}

/** A mapping with the columns as they were said for such a list the last time. What is kept and fits no more is not used. */
export function recalled(mapping: ListMapping, kept: readonly ColumnUse[] | undefined): ListMapping {
  const isOfToday = (use: ColumnUse) => use === 'none' || (LIST_FIELDS as readonly string[]).includes(use);
  // Without heads every list of as many columns would look the same.
  const isKnown = mapping.names.some((name) => name !== '');
  if (!isKnown || kept?.length !== mapping.columns.length || !kept.every(isOfToday)) return mapping;
  return { ...mapping, columns: kept };
}
