import { Discretion } from '../attribution/discretion.ts';
import type { NameFound } from '../attribution/find-names.ts';
import {
  type Leak,
  type LeakChoices,
  type LeakPlace,
  type LeakSource,
  leaksOfText,
  settledText,
} from '../attribution/leak.ts';
import { translator } from '../i18n/index.ts';
import { strictest } from '../model/attribution.ts';
import type { Id } from '../model/basics.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { buildReport, type ReportRequest } from './build.ts';
import type { Block, Cell, Line, ReportDocument, Section } from './document.ts';

/** What of a workspace a text of a report was made from. */
interface Origin {
  readonly dialogueId: Id;
  readonly passageIds: readonly Id[];
  readonly source: LeakSource;
}

/** What is done to a text of a document; null = it is left out. */
type Retell = (text: string, place: LeakPlace, part: string, path: string) => string | null;

/**
 * The names that are left in a report though a policy does not let them be told: in its title (which names the file
 * too), headings, quotes, texts, tables and properties. What is a name for certain was taken out of the dialogues'
 * texts before; here is what may be one, and what stands in texts that are about no dialogue.
 * @param file the name it is going to be saved under, where that is not made of its title
 */
export function leaksOfReport(
  state: WorkspaceState,
  document: ReportDocument,
  subjectId: Id,
  discretion: Discretion,
  file = '',
): Leak[] {
  const namesIn = finderOf(state, document, subjectId, discretion);
  const leaks: Leak[] = [];
  const look: Retell = (text, place, part, path) => {
    const { names, source } = namesIn(text);
    leaks.push(...leaksOfText(text, names, { id: path, place, part, source }));
    return text;
  };
  retold(document, look, discretion.placeholder);
  if (file !== '') look(file, 'file-name', '', 'file');
  return leaks;
}

/** The report with the choices about its leaks carried out, its properties and the name of its file with them. */
export function settledReport(
  state: WorkspaceState,
  document: ReportDocument,
  subjectId: Id,
  discretion: Discretion,
  choices: LeakChoices,
): ReportDocument {
  const namesIn = finderOf(state, document, subjectId, discretion);
  return retold(
    document,
    (text, place, part, path) => {
      const { names, source } = namesIn(text);
      const leaks = leaksOfText(text, names, { id: path, place, part, source });
      return settledText(text, names, leaks, choices, discretion.placeholder);
    },
    discretion.placeholder,
  );
}

/** Finds the names of a text by the policy of what it was made from; of texts that nothing is known of, by the report's. */
function finderOf(
  state: WorkspaceState,
  { kind }: ReportDocument,
  subjectId: Id,
  discretion: Discretion,
): (text: string) => { names: NameFound[]; source: LeakSource | null } {
  const origins = originsOf(state, kind === 'dialogue' ? subjectId : null, discretion);
  const openings = [...origins];
  return (text) => {
    const key = oneLine(text);
    const origin =
      origins.get(key) ??
      (key.endsWith('…') && key.length > 12
        ? openings.find(([whole]) => whole.startsWith(key.slice(0, -1)))?.[1]
        : undefined);
    if (origin)
      return { names: discretion.names(text, origin.dialogueId, origin.passageIds), source: origin.source };
    const names = kind === 'dialogue' ? discretion.names(text, subjectId) : discretion.namesAnywhere(text);
    return { names, source: null };
  };
}

/** Texts of dialogues as they are told, and where they stand. */
function originsOf(
  state: WorkspaceState,
  dialogueId: Id | null,
  discretion: Discretion,
): ReadonlyMap<string, Origin> {
  const result = new Map<string, Origin>();
  const note = (text: string, origin: Origin) => {
    for (const line of [text, ...text.split('\n')]) {
      const key = oneLine(discretion.text(line, origin.dialogueId, origin.passageIds));
      const known = result.get(key);
      // The same words may be said twice: those that are held more closely decide.
      if (key !== '' && (!known || isCloser(origin, known, discretion))) result.set(key, origin);
    }
  };
  const inScope = (id: Id) => dialogueId === null || id === dialogueId;
  for (const { id, title, summary, place, sourceNote } of state.dialogues)
    if (inScope(id))
      for (const text of [title, summary, place, sourceNote])
        note(text, { dialogueId: id, passageIds: [], source: { kind: 'dialogue', dialogueId: id } });
  for (const { id, dialogueId: of, heading } of state.turns)
    if (heading && inScope(of))
      note(heading, {
        dialogueId: of,
        passageIds: [],
        source: { kind: 'turn', dialogueId: of, turnId: id },
      });
  for (const advice of state.advice) {
    if (!inScope(advice.dialogueId)) continue;
    const { id, passageIds, restatement, addressee, response, commitment, owner } = advice;
    for (const text of [restatement, addressee, response, commitment, owner])
      note(text, {
        dialogueId: advice.dialogueId,
        passageIds,
        source: { kind: 'advice', adviceId: id },
      });
  }
  for (const { id, dialogueId: of, turnId, quote } of state.passages)
    if (inScope(of))
      note(quote, {
        dialogueId: of,
        passageIds: [id],
        source: { kind: 'passage', dialogueId: of, turnId, passageId: id },
      });
  return result;
}

function isCloser(one: Origin, other: Origin, discretion: Discretion): boolean {
  const [a, b] = [one, other].map(({ passageIds }) => discretion.policyOfAll(passageIds));
  return a !== undefined && b !== undefined && a !== b && strictest([a, b]) === a;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Every text of a document, told anew. A title cannot be left out: a placeholder stands for it. */
function retold(document: ReportDocument, tell: Retell, placeholder: string): ReportDocument {
  const kept = (text: string, place: LeakPlace, part: string, path: string) =>
    tell(text, place, part, path) ?? placeholder;
  return {
    ...document,
    title: kept(document.title, 'title', '', 'title'),
    subtitle: tell(document.subtitle, 'title', '', 'subtitle') ?? '',
    workspaceName: tell(document.workspaceName, 'property', '', 'workspaceName') ?? '',
    creator: tell(document.creator, 'property', '', 'creator') ?? '',
    subject: tell(document.subject, 'property', '', 'subject') ?? '',
    keywords: document.keywords.flatMap((one, at) => tell(one, 'property', '', `keywords.${at}`) ?? []),
    sections: document.sections.map((section, at) => retoldSection(section, tell, kept, `${at}`)),
  };
}

function retoldSection(
  { id, title, blocks }: Section,
  tell: Retell,
  kept: (...of: Parameters<Retell>) => string,
  path: string,
): Section {
  return {
    id,
    title: kept(title, 'heading', title, `${path}.title`),
    blocks: blocks.flatMap((block, at) => retoldBlock(block, tell, title, `${path}.${at}`) ?? []),
  };
}

function retoldBlock(block: Block, tell: Retell, part: string, path: string): Block | null {
  switch (block.kind) {
    case 'heading': {
      const text = tell(block.text, 'heading', part, path);
      return text === null ? null : { ...block, text };
    }
    case 'paragraph': {
      const text = retoldLine(block.text, tell, 'text', part, path);
      return text === null ? null : { ...block, text };
    }
    case 'facts':
      return {
        ...block,
        facts: block.facts.flatMap(({ label, value }, at) => {
          const told = tell(value, 'text', part, `${path}.${at}`);
          return told === null ? [] : [{ label, value: told }];
        }),
      };
    case 'quote': {
      const text = tell(block.text, 'quote', part, path);
      return text === null ? null : { ...block, text };
    }
    case 'list':
      return {
        ...block,
        items: block.items.flatMap((item, at) => {
          const told = retoldLine(item, tell, 'text', part, `${path}.${at}`);
          return told === null ? [] : [told];
        }),
      };
    case 'note': {
      const lines = block.lines.flatMap((line, at) => tell(line, 'text', part, `${path}.${at}`) ?? []);
      return lines.length === 0 ? null : { ...block, lines };
    }
    case 'table':
      return {
        ...block,
        caption: tell(block.caption, 'table', part, `${path}.caption`) ?? '',
        rows: block.rows.map((row, r) =>
          row.map((cell, c) => retoldCell(cell, tell, part, `${path}.${r}.${c}`)),
        ),
        ...(block.note === undefined ? {} : { note: tell(block.note, 'table', part, `${path}.note`) ?? '' }),
      };
    case 'picture':
      return {
        ...block,
        caption: tell(block.caption, 'text', part, `${path}.caption`) ?? '',
        alt: tell(block.alt, 'text', part, `${path}.alt`) ?? '',
      };
  }
}

function retoldLine(line: Line, tell: Retell, place: LeakPlace, part: string, path: string): Line | null {
  if (typeof line === 'string') return tell(line, place, part, path);
  const spans: (typeof line)[number][] = [];
  for (const [at, span] of line.entries()) {
    const told = tell(typeof span === 'string' ? span : span.text, place, part, `${path}-${at}`);
    if (told === null) return null;
    spans.push(typeof span === 'string' ? told : { ...span, text: told });
  }
  return spans;
}

/** A cell stays though its words are left out. */
function retoldCell(cell: Cell, tell: Retell, part: string, path: string): Cell {
  if (typeof cell === 'string' || !('lines' in cell))
    return retoldLine(cell, tell, 'table', part, path) ?? NOTHING;
  const lines = cell.lines.flatMap((line, at) => {
    const told = retoldLine(line, tell, 'table', part, `${path}.${at}`);
    return told === null ? [] : [told];
  });
  return lines.length === 0 ? NOTHING : { ...cell, lines };
}
const NOTHING = '–';

/** A report as it may be handed on, and what names are left in it. */
export interface CheckedReport {
  /** With the choices carried out. */
  readonly document: ReportDocument;
  readonly leaks: readonly Leak[];
}

/**
 * Builds a report and looks for names that it may not hold.
 * @param file the name it is going to be saved under, where that is not made of its title
 * @throws ProblemError as `buildReport`
 */
export async function checkedReport(
  state: WorkspaceState,
  request: ReportRequest,
  choices: LeakChoices = {},
  file = '',
): Promise<CheckedReport> {
  const built = await buildReport(state, request);
  const discretion = new Discretion(state, translator(request.language)('report.withheldName'));
  return {
    leaks: leaksOfReport(state, built, request.subjectId, discretion, file),
    document: settledReport(state, built, request.subjectId, discretion, choices),
  };
}
