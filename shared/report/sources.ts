import type { Translate } from '../i18n/index.ts';
import type { Block, Cell, Citation, Line, Section, Source, SourceId } from './document.ts';

/**
 * Sections with their citations numbered in the order in which they are read, and the list of what is cited behind
 * the last one before the appendix. A citation of what is not among the sources is left out.
 */
export function withSources(
  sections: readonly Section[],
  sources: ReadonlyMap<SourceId, string>,
  t: Translate,
): Section[] {
  const numbers = new Map<SourceId, number>();
  const labelOf = (id: SourceId): string | null => {
    if (!sources.has(id)) return null;
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return t('report.source.label', { number });
  };
  const numbered = inOrder(sections).map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => numberedBlock(block, labelOf)),
  }));
  if (numbers.size === 0) return numbered;
  const list = [...numbers].map(
    ([id, number]): Source => ({
      id,
      label: t('report.source.label', { number }),
      text: sources.get(id) ?? '',
    }),
  );
  return [
    ...numbered,
    { id: 'sources', title: t('report.sources'), blocks: [{ kind: 'sources', sources: list }] },
  ];
}

/** The appendix comes after everything else. */
function inOrder(sections: readonly Section[]): Section[] {
  return [...sections.filter((one) => !one.appendix), ...sections.filter((one) => one.appendix)];
}

type LabelOf = (id: SourceId) => string | null;

function numberedBlock(block: Block, labelOf: LabelOf): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: numberedLine(block.text, labelOf) };
    case 'list':
      return { ...block, items: block.items.map((item) => numberedLine(item, labelOf)) };
    case 'quote':
    case 'picture':
      return block.cites ? { ...block, cites: numberedCites(block.cites, labelOf) } : block;
    case 'table': {
      // The caption is read before the rows.
      const cites = numberedCites(block.cites ?? [], labelOf);
      const rows = block.rows.map((row) => row.map((cell) => numberedCell(cell, labelOf)));
      return { ...block, rows, ...(cites.length > 0 ? { cites } : {}) };
    }
    case 'heading':
    case 'facts':
    case 'note':
    case 'sources':
      return block;
  }
}

function numberedCites(cites: readonly Citation[], labelOf: LabelOf): Citation[] {
  return cites.flatMap(({ cite }) => {
    const text = labelOf(cite);
    return text === null ? [] : [{ cite, text }];
  });
}

function numberedCell(cell: Cell, labelOf: LabelOf): Cell {
  return typeof cell === 'string' || !('lines' in cell)
    ? numberedLine(cell, labelOf)
    : { ...cell, lines: cell.lines.map((line) => numberedLine(line, labelOf)) };
}

function numberedLine(line: Line, labelOf: LabelOf): Line {
  if (typeof line === 'string') return line;
  return line.flatMap((span) => {
    if (typeof span === 'string' || span.cite === undefined) return [span];
    const text = labelOf(span.cite);
    return text === null ? [] : [{ ...span, text }];
  });
}
