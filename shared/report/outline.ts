import type { Block, Omission, ReportDocument, Section } from './document.ts';
import { inPreset, type Preset } from './presets.ts';

/** A section as a preview shows it: its title and how much stands in it. */
export interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly quotes: number;
  readonly tables: number;
  readonly pictures: number;
  /** Headings within the section. */
  readonly headings: readonly string[];
  /** In the document, by its preset, unless a person says otherwise. */
  readonly usual: boolean;
  readonly appendix: boolean;
}

export interface Outline {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly OutlineSection[];
  readonly omissions: readonly Omission[];
  /** Titles of sections that the workspace holds nothing for. */
  readonly missing: readonly string[];
  readonly quotes: number;
}

/** What a document holds, without its text. */
export function outlineOf(document: ReportDocument, preset: Preset): Outline {
  const sections = document.sections.map((section) =>
    outlineSection(section, inPreset(document.kind, preset, section.id)),
  );
  return {
    title: document.title,
    subtitle: document.subtitle,
    sections,
    omissions: document.omissions,
    missing: document.missing,
    quotes: sections.reduce((sum, one) => sum + one.quotes, 0),
  };
}

function outlineSection({ id, title, appendix, blocks }: Section, usual: boolean): OutlineSection {
  const count = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length;
  return {
    id,
    title,
    quotes: count('quote'),
    tables: count('table'),
    pictures: count('picture'),
    usual,
    appendix: appendix === true,
    headings: blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.text] : [])),
  };
}
