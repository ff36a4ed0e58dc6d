export { type Board, type BoardRequest, boardOf } from './board.ts';
export { buildReport, type ReportRequest } from './build.ts';
export {
  type Block,
  type Cell,
  isOfDialogue,
  type Line,
  type Omission,
  type PictureName,
  type Pictures,
  REPORT_KINDS,
  type ReportKind,
  type Section,
} from './document.ts';
export { fileNameOf } from './file-name.ts';
export { checkedReport } from './leaks.ts';
export { type Outline, type OutlineSection, outlineOf } from './outline.ts';
export { pictureOf, picturesFor } from './pictures.ts';
export { PRESETS, type Preset } from './presets.ts';
export { publishedDocuments } from './published.ts';
export type { SectionChoice } from './section.ts';
