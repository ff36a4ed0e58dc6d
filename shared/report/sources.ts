import type { Translate } from '../i18n/index.ts';
import type { Block, Cell, Citation, Line, Section, Source, SourceId } from './document.ts';
import { paragraphs } from './section.ts';

/**
 * Sections with their citations numbered in the order in which they are read, and the list of what is cited behind
 * the last one. Sources that read alike are one; a citation of what is not among the sources is left out.
 * @param how `note`: what is said above the list, empty = nothing; `running`: in as little room as can be
 */
export function withSources(
  sections: readonly Section[],
  sources: ReadonlyMap<SourceId, string>,
  { note, running }: { readonly note: string; readonly running: boolean },
  t: Translate,
): Section[] {
  const listed = new Map<string, Source>();
  const sourceOf: SourceOf = (id) => {
    const text = sources.get(id);
    if (text === undefined) return null;
    const known = listed.get(text);
    if (known) return known;
    const source = { id, label: t('report.source.label', { number: listed.size + 1 }), text };
    listed.set(text, source);
    return source;
  };
  const numbered = inOrder(sections).map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => numberedBlock(block, sourceOf)),
  }));
  if (listed.size === 0) return numbered;
  return [
    ...numbered,
    {
      id: 'sources',
      title: t('report.sources'),
      blocks: [
        ...paragraphs(note, 'small'),
        {
          kind: 'sources',
          sources: [...listed.values()],
          ...(running ? { running } : {}),
        },
      ],
    },
  ];
}

/** The appendix comes after everything else. */
function inOrder(sections: readonly Section[]): Section[] {
  return [...sections.filter((one) => !one.appendix), ...sections.filter((one) => one.appendix)];
}

type SourceOf = (id: SourceId) => Source | null;

function numberedBlock(block: Block, sourceOf: SourceOf): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: numberedLine(block.text, sourceOf) };
    case 'list':
      return { ...block, items: block.items.map((item) => numberedLine(item, sourceOf)) };
    case 'quote':
    case 'picture':
      return block.cites ? { ...block, cites: numberedCites(block.cites, sourceOf) } : block;
    case 'table': {
      // The caption is read before the rows.
      const cites = numberedCites(block.cites ?? [], sourceOf);
      const rows = block.rows.map((row) => row.map((cell) => numberedCell(cell, sourceOf)));
      return { ...block, rows, ...(cites.length > 0 ? { cites } : {}) };
    }
    case 'heading':
    case 'facts':
    case 'note':
    case 'sources':
      return block;
  }
}

function numberedCites(cites: readonly Citation[], sourceOf: SourceOf): Citation[] {
  const found = new Map(
    cites.flatMap(({ cite }) => {
      const source = sourceOf(cite);
      return source ? [[source.id, { cite: source.id, text: source.label }] as const] : [];
    }),
  );
  return [...found.values()];
}

function numberedCell(cell: Cell, sourceOf: SourceOf): Cell {
  return typeof cell === 'string' || !('lines' in cell)
    ? numberedLine(cell, sourceOf)
    : { ...cell, lines: cell.lines.map((line) => numberedLine(line, sourceOf)) };
}

function numberedLine(line: Line, sourceOf: SourceOf): Line {
  if (typeof line === 'string') return line;
  const cited = new Set<SourceId>();
  return line.flatMap((span) => {
    if (typeof span === 'string' || span.cite === undefined) {
      // Only what stands side by side is said twice.
      cited.clear();
      return [span];
    }
    const source = sourceOf(span.cite);
    if (!source || cited.has(source.id)) return [];
    cited.add(source.id);
    return [{ ...span, cite: source.id, text: source.label }];
  });
}
