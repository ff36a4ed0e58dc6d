/** The forms in which ratings are asked for elsewhere: a workbook, or a small copy of the workspace. */
export const SHEET_FORMATS = ['xlsx', 'hearken'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
