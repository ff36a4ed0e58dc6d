import type { Block, Cell, Line, Section } from '#shared/report/document.ts';

/** A section of a report for a terminal: rows of a table one after the other, each cell on lines of its own. */
export function plainText({ title, blocks }: Section): string {
  return [title, ...blocks.map(blockText)].filter(Boolean).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\n${block.text}`;
    case 'paragraph':
      return lineText(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'quote':
      return `“${block.text}” – ${block.source}`;
    case 'list':
      return block.items
        .map((item, index) => `${block.numbered ? `${index + 1}.` : '–'} ${lineText(item)}`)
        .join('\n');
    case 'note':
      return [block.title, ...block.lines].join('\n');
    case 'table':
      return [...block.rows.map(rowText), ...(block.note ? [block.note] : [])].join('\n');
    case 'sources':
      return block.sources.map(({ label, text }) => `${label} ${text}`).join('\n');
    case 'picture':
      return '';
  }
}

/** The first cells, while they are one line each, stand in one line; what follows is set in. */
function rowText(row: readonly Cell[]): string {
  const cells = row.map(linesOf);
  const [head, rest] = [cells.slice(0, -1), cells.at(-1) ?? []];
  return [head.flat().join(' '), ...rest.map((line) => `   ${line}`)].join('\n');
}

function linesOf(cell: Cell): string[] {
  return typeof cell === 'object' && 'lines' in cell ? cell.lines.map(lineText) : [lineText(cell)];
}

function lineText(line: Line): string {
  if (typeof line === 'string') return line;
  return line.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
