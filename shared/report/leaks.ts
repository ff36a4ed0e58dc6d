import { Disclosure } from '../attribution/disclosure.ts';
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
import type { IdOf } from '../model/id.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { buildReport, type ReportRequest } from './build.ts';
import {
  type Block,
  type Cell,
  isOfDialogue,
  type Line,
  type ReportDocument,
  type Section,
} from './document.ts';
import { dialogueBefore } from './model/discussed.ts';

/** What of a workspace a text of a report was made from. */
interface Origin {
  readonly dialogueId: IdOf<'dialogues'>;
  readonly passageIds: readonly IdOf<'passages'>[];
  readonly source: LeakSource;
}

/** What is done to a text of a document; null = it is left out. */
type Rewrite = (text: string, place: LeakPlace, part: string, path: string) => string | null;

/**
 * The names that are left in a report though a policy does not let them be told: in its title (which names the file
 * too), headings, quotes, texts, tables and properties. What is a name for certain was taken out of the dialogues'
 * texts before; here is what may be one, and what is in texts that are about no dialogue.
 * @param file the name it is going to be saved under, where that is not made of its title
 */
export function leaksOfReport(
  state: WorkspaceState,
  document: ReportDocument,
  subjectId: Id,
  disclosure: Disclosure,
  file = '',
): Leak[] {
  const namesIn = finderOf(state, document, subjectId, disclosure);
  const leaks: Leak[] = [];
  const look: Rewrite = (text, place, part, path) => {
    const { names, source } = namesIn(text);
    leaks.push(...leaksOfText(text, names, { id: path, place, part, source }));
    return text;
  };
  rewritten(document, look, disclosure.placeholder);
  if (file !== '') look(file, 'file-name', '', 'file');
  return leaks;
}

/** The report with the choices about its leaks carried out, its properties and the name of its file with them. */
export function settledReport(
  state: WorkspaceState,
  document: ReportDocument,
  subjectId: Id,
  disclosure: Disclosure,
  choices: LeakChoices,
): ReportDocument {
  const namesIn = finderOf(state, document, subjectId, disclosure);
  return rewritten(
    document,
    (text, place, part, path) => {
      const { names, source } = namesIn(text);
      const leaks = leaksOfText(text, names, { id: path, place, part, source });
      return settledText(text, names, leaks, choices, disclosure.placeholder);
    },
    disclosure.placeholder,
  );
}

/** Finds the names of a text by the policy of what it was made from; of texts that nothing is known of, by the report's. */
function finderOf(
  state: WorkspaceState,
  { kind }: ReportDocument,
  subjectId: Id,
  disclosure: Disclosure,
): (text: string) => { names: NameFound[]; source: LeakSource | null } {
  const origins = originsOf(state, isOfDialogue(kind) ? toldOf(state, subjectId) : null, disclosure);
  const openings = [...origins];
  return (text) => {
    const key = oneLine(text);
    const origin =
      origins.get(key) ??
      (key.endsWith('…') && key.length > 12
        ? openings.find(([whole]) => whole.startsWith(key.slice(0, -1)))?.[1]
        : undefined);
    if (origin)
      return { names: disclosure.names(text, origin.dialogueId, origin.passageIds), source: origin.source };
    const names = isOfDialogue(kind) ? disclosure.names(text, subjectId) : disclosure.namesAnywhere(text);
    return { names, source: null };
  };
}

/** The dialogues that a dialogue's summary tells of: itself, the one before it, and those in which it was told what became of things. */
function toldOf({ dialogues, entries, passages }: WorkspaceState, subjectId: Id): Id[] {
  const own = dialogues.find(({ id }) => id === subjectId);
  const before = own && dialogueBefore(dialogues, own);
  const resting = new Set(entries.flatMap(({ passageId }) => passageId ?? []));
  const telling = passages.filter(({ id }) => resting.has(id)).map(({ dialogueId }) => dialogueId);
  return [...new Set([subjectId, ...(before ? [before.id] : []), ...telling])];
}

/**
 * Texts of dialogues as they are told, and where they stand.
 * @param dialogueIds those that are told of; null = all
 */
function originsOf(
  state: WorkspaceState,
  dialogueIds: readonly Id[] | null,
  disclosure: Disclosure,
): ReadonlyMap<string, Origin> {
  const result = new Map<string, Origin>();
  const note = (text: string, origin: Origin) => {
    for (const line of [text, ...text.split('\n')]) {
      const key = oneLine(disclosure.text(line, origin.dialogueId, origin.passageIds));
      const known = result.get(key);
      // The same words may be said twice: those that are held more closely decide.
      if (key !== '' && (!known || isCloser(origin, known, disclosure))) result.set(key, origin);
    }
  };
  const inScope = (id: Id) => dialogueIds === null || dialogueIds.includes(id);
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
    const { id, passageIds, restatement, addressee, response, noCommitmentWhy, owner } = advice;
    const promised = promisedFor(state, id);
    for (const text of [restatement, addressee, response, noCommitmentWhy, owner, ...promised])
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

/** What was promised in answer to advice, and what was noted of both. */
function promisedFor({ commitments, entries }: WorkspaceState, adviceId: Id): string[] {
  const own = commitments.filter(({ madeIn }) => madeIn.to === 'advice' && madeIn.id === adviceId);
  const ids = new Set<Id>([adviceId, ...own.map(({ id }) => id)]);
  return [
    ...own.flatMap(({ text, owner, why }) => [text, owner, why]),
    ...entries.filter(({ refs }) => refs.some(({ id }) => ids.has(id))).map(({ text }) => text),
  ];
}

function isCloser(one: Origin, other: Origin, disclosure: Disclosure): boolean {
  const [a, b] = [one, other].map(({ passageIds }) => disclosure.policyOfAll(passageIds));
  return a !== undefined && b !== undefined && a !== b && strictest([a, b]) === a;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** Every text of a document, written anew. A title cannot be left out: a placeholder stands for it. */
function rewritten(document: ReportDocument, rewrite: Rewrite, placeholder: string): ReportDocument {
  const kept = (text: string, place: LeakPlace, part: string, path: string) =>
    rewrite(text, place, part, path) ?? placeholder;
  return {
    ...document,
    title: kept(document.title, 'title', '', 'title'),
    subtitle: rewrite(document.subtitle, 'title', '', 'subtitle') ?? '',
    workspaceName: rewrite(document.workspaceName, 'property', '', 'workspaceName') ?? '',
    creator: rewrite(document.creator, 'property', '', 'creator') ?? '',
    subject: rewrite(document.subject, 'property', '', 'subject') ?? '',
    keywords: document.keywords.flatMap((one, at) => rewrite(one, 'property', '', `keywords.${at}`) ?? []),
    sections: document.sections.map((section, at) => rewrittenSection(section, rewrite, kept, `${at}`)),
  };
}

function rewrittenSection(
  { title, blocks, ...section }: Section,
  rewrite: Rewrite,
  kept: (...of: Parameters<Rewrite>) => string,
  path: string,
): Section {
  return {
    ...section,
    title: kept(title, 'heading', title, `${path}.title`),
    blocks: blocks.flatMap((block, at) => rewrittenBlock(block, rewrite, title, `${path}.${at}`) ?? []),
  };
}

function rewrittenBlock(block: Block, rewrite: Rewrite, part: string, path: string): Block | null {
  switch (block.kind) {
    case 'heading': {
      const text = rewrite(block.text, 'heading', part, path);
      return text === null ? null : { ...block, text };
    }
    case 'paragraph': {
      const text = rewrittenLine(block.text, rewrite, 'text', part, path);
      return text === null ? null : { ...block, text };
    }
    case 'facts':
      return {
        ...block,
        facts: block.facts.flatMap(({ label, value }, at) => {
          const told = rewrite(value, 'text', part, `${path}.${at}`);
          return told === null ? [] : [{ label, value: told }];
        }),
      };
    case 'quote': {
      const text = rewrite(block.text, 'quote', part, path);
      return text === null ? null : { ...block, text };
    }
    case 'list':
      return {
        ...block,
        items: block.items.flatMap((item, at) => {
          const told = rewrittenLine(item, rewrite, 'text', part, `${path}.${at}`);
          return told === null ? [] : [told];
        }),
      };
    case 'note': {
      const lines = block.lines.flatMap((line, at) => rewrite(line, 'text', part, `${path}.${at}`) ?? []);
      return lines.length === 0 ? null : { ...block, lines };
    }
    case 'table':
      return {
        ...block,
        caption: rewrite(block.caption, 'table', part, `${path}.caption`) ?? '',
        rows: block.rows.map((row, r) =>
          row.map((cell, c) => rewrittenCell(cell, rewrite, part, `${path}.${r}.${c}`)),
        ),
        ...(block.note === undefined
          ? {}
          : { note: rewrite(block.note, 'table', part, `${path}.note`) ?? '' }),
      };
    case 'picture':
      return {
        ...block,
        caption: rewrite(block.caption, 'text', part, `${path}.caption`) ?? '',
        alt: rewrite(block.alt, 'text', part, `${path}.alt`) ?? '',
      };
    case 'sources':
      return {
        ...block,
        // A citation that leads nowhere would be worse than one that leads to a placeholder.
        sources: block.sources.map((source, at) => ({
          ...source,
          text: rewrite(source.text, 'text', part, `${path}.${at}`) ?? NOTHING,
        })),
      };
  }
}

function rewrittenLine(
  line: Line,
  rewrite: Rewrite,
  place: LeakPlace,
  part: string,
  path: string,
): Line | null {
  if (typeof line === 'string') return rewrite(line, place, part, path);
  const spans: (typeof line)[number][] = [];
  for (const [at, span] of line.entries()) {
    const told = rewrite(typeof span === 'string' ? span : span.text, place, part, `${path}-${at}`);
    if (told === null) return null;
    spans.push(typeof span === 'string' ? told : { ...span, text: told });
  }
  return spans;
}

/** A cell stays though its words are left out. */
function rewrittenCell(cell: Cell, rewrite: Rewrite, part: string, path: string): Cell {
  if (typeof cell === 'string' || !('lines' in cell))
    return rewrittenLine(cell, rewrite, 'table', part, path) ?? NOTHING;
  const lines = cell.lines.flatMap((line, at) => {
    const told = rewrittenLine(line, rewrite, 'table', part, `${path}.${at}`);
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
  const disclosure = new Disclosure(
    state,
    translator(request.language)('report.withheldName'),
    request.language,
  );
  return {
    leaks: leaksOfReport(state, built, request.subjectId, disclosure, file),
    document: settledReport(state, built, request.subjectId, disclosure, choices),
  };
}
