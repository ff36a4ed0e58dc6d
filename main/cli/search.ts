import { type Command, Option } from 'commander';
import type { TextRange } from '#shared/anchor/text-range.ts';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { foldText } from '#shared/fold/fold.ts';
import { attributionText } from '#shared/i18n/attribution.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import { textIn } from '#shared/model/basics.ts';
import { calledToday } from '#shared/model/called.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { DOCUMENT_KINDS } from '#shared/search/documents.ts';
import { type RedactedAnswer, redactedAnswer } from '#shared/search/redacted-answer.ts';
import {
  type Chosen,
  FACETS,
  type Facet,
  type FacetValue,
  type Hit,
  type SearchRequest,
  SORTS,
  type Sort,
} from '#shared/search/request.ts';
import { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

const LIMIT = 100;
const LIMIT_SHOWN = 20;

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find turns, advice, issues, people and dialogues in a workspace')
    .argument('<workspace>', 'a .hearken file')
    .argument(
      '<query...>',
      'words; "a phrase"; beginn*; this OR that; -not (after --); kind:advice, speaker:name, issue:name, ' +
        'dialogue:title, year:2019..2021, lang:ja',
    )
    .option('--limit <number>', `hits at most (${LIMIT_SHOWN}, with --json ${LIMIT})`, Number)
    .addOption(new Option('--sort <order>', 'what comes first').choices([...SORTS]).default('relevance'))
    .option('--no-synonyms', 'look for the words as typed only, not for other names of the issues they name')
    .option(
      '--facet <facet=value>',
      `only results with this value of ${FACETS.join(', ')}, as printed or as --json has it; may be repeated`,
      (written: string, before: string[]) => [...before, written],
      [] as string[],
    )
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, words: string[], options: SearchOptions) => {
      const state = await readWorkspaceFile(file);
      const query = words.join(' ');
      const language = cliLanguage();
      const t = translator(language);
      const search = new WorkspaceSearch(state);
      for (const _ of search.build());
      const disclosure = new Disclosure(state, t('report.withheldName'), language);
      const request: SearchRequest = {
        query,
        typing: false,
        language,
        sort: options.sort,
        synonyms: options.synonyms,
        limit: options.limit && options.limit > 0 ? options.limit : options.json ? LIMIT : LIMIT_SHOWN,
      };
      const all = redactedAnswer(search.search(request), disclosure);
      const chosen = options.facet.length > 0 ? chosenOf(options.facet, all, t) : null;
      const redacted = chosen ? redactedAnswer(search.search({ ...request, chosen }), disclosure) : all;
      const who = speakers(state, t, language);
      await (options.json ? printJson(asJson(query, redacted, who)) : print(asText(redacted, who)));
    });
}

interface SearchOptions {
  readonly json: boolean;
  readonly limit?: number;
  readonly sort: Sort;
  readonly synonyms: boolean;
  readonly facet: readonly string[];
}

/**
 * What was chosen to narrow by, of what there is in an answer: by value, or by label, whole or in part.
 * @throws ProblemError `facet-unknown`
 */
function chosenOf(written: readonly string[], { facets }: RedactedAnswer, t: Translate): Chosen {
  const chosen: { [F in Facet]?: string[] } = {};
  for (const one of written) {
    const [name = '', ...rest] = one.split('=');
    const value = rest.join('=');
    const facet = FACETS.find((known) => known === name);
    const wanted = foldText(value.trim());
    const values = facet ? facets[facet] : [];
    const labels = values.map((known) => foldText(facet ? labelOf(facet, known, t) : known.label));
    const found =
      values.find((known) => known.value === value) ??
      values[labels.indexOf(wanted)] ??
      (wanted === '' ? undefined : values[labels.findIndex((label) => label.includes(wanted))]);
    if (!facet || !found)
      throw new ProblemError('facet-unknown', { facet: facet ? t(`search.facet.${facet}`) : name });
    chosen[facet] = [...(chosen[facet] ?? []), found.value];
  }
  return chosen;
}

/** The kinds are called as the catalog has them, everything else as the answer does. */
function labelOf(facet: Facet, { value, label }: FacetValue, t: Translate): string {
  const kind = facet === 'kind' ? DOCUMENT_KINDS.find((one) => one === value) : undefined;
  return kind ? t(`search.facet.kind.${kind}`) : label;
}

type Who = (hit: Hit) => string | null;

/** Who said it, as far as the dialogue's policy lets it be told outside the app (UNGP 21). */
function speakers(state: WorkspaceState, t: Translate, language: string): Who {
  const named = calledToday(state.participants, state.persons, language);
  const participants = new Map(named.map((one) => [one.id, one]));
  return ({ policy, speaker }) =>
    policy === null || speaker === null
      ? null
      : attributionText(t, attributionOf({ attribution: policy }, participants.get(speaker.participantId)));
}

function asJson(query: string, answer: RedactedAnswer, who: Who) {
  const { hits, total, counts, searched, leftOut, also, corrected, unquoted, bounded, facets } = answer;
  return {
    query,
    total,
    leftOut,
    counts,
    searched,
    also: also.map(({ issueId, name, terms }) => ({ issueId, name: textIn(name, cliLanguage()), terms })),
    corrected,
    unquoted,
    bounded,
    facets,
    hits: hits.map((hit) => ({
      kind: hit.kind,
      id: hit.id,
      score: Number(hit.score.toFixed(4)),
      complete: hit.complete,
      between: hit.between,
      title: hit.title?.text ?? null,
      dialogueId: hit.dialogue?.id ?? null,
      dialogue: hit.dialogue?.title ?? null,
      date: hit.dialogue?.date ?? null,
      turnId: hit.turnId,
      turn: hit.turnNumber,
      heading: hit.heading,
      who: who(hit),
      policy: hit.policy,
      issues: hit.issues.map(({ name }) => textIn(name, cliLanguage())),
      snippet: hit.snippet.text,
      marks: hit.snippet.marks,
      range: hit.range,
    })),
  };
}

/** Values of a facet that are printed. */
const FACET_SHOWN = 5;

function asText(answer: RedactedAnswer, who: Who): string {
  const { hits, total, searched, leftOut, also, corrected, unquoted, bounded, facets } = answer;
  const t = translator(cliLanguage());
  const understood = [
    ...(bounded ? [t(bounded.code, bounded.params)] : []),
    ...(unquoted.length > 0
      ? [
          t('search.unquoted', {
            phrases: unquoted.map((words) => t('search.quoted', { words })).join(t('search.separator')),
          }),
        ]
      : []),
    ...corrected.map((one) => t('search.corrected', one)),
    ...also.map(
      ({ issueId, name, terms }) =>
        `${t('search.also')} ${terms.join(t('search.separator'))}${issueId === null ? '' : ` ${t('search.also.issue', { name: textIn(name, cliLanguage()) })}`}`,
    ),
  ];
  const narrower = FACETS.filter(
    (facet) => facets[facet].length > 1 || facets[facet].some((one) => one.chosen),
  );
  const facetLines = narrower.map((facet) => {
    const values = facets[facet].map((one) => `${labelOf(facet, one, t)} (${one.count})`);
    const more = values.length > FACET_SHOWN ? ' …' : '';
    return `${t(`search.facet.${facet}`)}: ${values.slice(0, FACET_SHOWN).join(t('search.separator'))}${more}`;
  });
  const blocks = hits.map((hit, index) => {
    const place = [
      t(`search.kind.${hit.kind}`),
      hit.title && highlighted(hit.title.text, hit.title.marks),
      hit.kind === 'dialogue' ? null : hit.dialogue?.title,
      hit.dialogue?.date,
      hit.turnNumber === null ? null : t('search.turnNumber', { number: hit.turnNumber }),
      who(hit),
      hit.complete ? null : t('search.partial'),
    ];
    const { text, marks, cutBefore, cutAfter } = hit.snippet;
    const body = highlighted(text, marks).replaceAll(/\s+/g, ' ');
    return [
      `${index + 1}. ${place.filter(Boolean).join(' · ')}`,
      `   ${cutBefore ? '… ' : ''}${body}${cutAfter ? ' …' : ''}`,
      ...(hit.through
        ? [`   ${t('search.through')} ${highlighted(hit.through.text, hit.through.marks)}`]
        : []),
    ].join('\n');
  });
  const held = leftOut > 0 ? [t('attribution.cli.leftOut', { count: leftOut })] : [];
  return [
    ...(understood.length > 0 ? [understood.join('\n')] : []),
    ...blocks,
    ...(hits.length > 0 && facetLines.length > 0 ? [facetLines.join('\n')] : []),
    t('search.cli.total', { total, searched }),
    ...held,
  ].join('\n\n');
}

/** Hits in bold where the output is a terminal. */
function highlighted(text: string, marks: readonly TextRange[]): string {
  if (!process.stdout.isTTY) return text;
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += `${text.slice(at, start)}\u001B[1m${text.slice(start, end)}\u001B[22m`;
    at = end;
  }
  return shown + text.slice(at);
}
