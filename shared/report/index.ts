export { buildReport, type ReportRequest } from './build.ts';
export { type Omission, type Pictures, REPORT_KINDS, type ReportKind } from './document.ts';
export { fileNameOf } from './file-name.ts';
export { checkedReport } from './leaks.ts';
export { type Outline, type OutlineSection, outlineOf } from './outline.ts';
