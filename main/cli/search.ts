import type { Command } from 'commander';
import { Discretion } from '#shared/attribution/discretion.ts';
import { type ToldAnswer, toldAnswer } from '#shared/attribution/told-answer.ts';
import { attributionText } from '#shared/i18n/attribution.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import { textIn } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import type { Range } from '#shared/search/highlight.ts';
import { type Hit, WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

const LIMIT = 100;
const LIMIT_SHOWN = 20;

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('find turns, advice, issues, people and dialogues in a workspace')
    .argument('<workspace>', 'a .hearken file')
    .argument('<query...>', 'words; "a phrase"; kind:advice, person:name, issue:name; -not (after --)')
    .option('--limit <number>', `hits at most (${LIMIT_SHOWN}, with --json ${LIMIT})`, Number)
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, words: string[], options: { json: boolean; limit?: number }) => {
      const state = await readWorkspaceFile(file);
      const query = words.join(' ');
      const search = new WorkspaceSearch(state);
      for (const _ of search.build());
      const answer = search.search({
        query,
        typing: false,
        language: cliLanguage(),
        limit: options.limit && options.limit > 0 ? options.limit : options.json ? LIMIT : LIMIT_SHOWN,
      });
      const t = translator(cliLanguage());
      const who = speakers(state, t);
      const told = toldAnswer(answer, new Discretion(state, t('report.withheldName')));
      await (options.json ? printJson(asJson(query, told, who)) : print(asText(told, who)));
    });
}

type Who = (hit: Hit) => string | null;

/** Who said it, as far as the dialogue's policy lets it be told outside the app (UNGP 21). */
function speakers(state: WorkspaceState, t: Translate): Who {
  const participants = new Map(state.participants.map((one) => [one.id, one]));
  return ({ policy, speaker }) =>
    policy === null || speaker === null
      ? null
      : attributionText(t, attributionOf({ attribution: policy }, participants.get(speaker.participantId)));
}

function asJson(query: string, { hits, total, counts, searched, leftOut }: ToldAnswer, who: Who) {
  return {
    query,
    total,
    leftOut,
    counts,
    searched,
    hits: hits.map((hit) => ({
      kind: hit.kind,
      id: hit.id,
      score: Number(hit.score.toFixed(4)),
      complete: hit.complete,
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

function asText({ hits, total, searched, leftOut }: ToldAnswer, who: Who): string {
  const t = translator(cliLanguage());
  const blocks = hits.map((hit, index) => {
    const place = [
      t(`search.kind.${hit.kind}`),
      hit.title && highlighted(hit.title.text, hit.title.marks),
      hit.kind === 'dialogue' ? null : hit.dialogue?.title,
      hit.dialogue?.date,
      hit.turnNumber === null ? null : t('desk.turn', { number: hit.turnNumber }),
      who(hit),
      hit.complete ? null : t('search.partial'),
    ];
    const { text, marks, cutBefore, cutAfter } = hit.snippet;
    const body = highlighted(text, marks).replaceAll(/\s+/g, ' ');
    return [
      `${index + 1}. ${place.filter(Boolean).join(' · ')}`,
      `   ${cutBefore ? '… ' : ''}${body}${cutAfter ? ' …' : ''}`,
    ].join('\n');
  });
  const held = leftOut > 0 ? [t('attribution.cli.leftOut', { count: leftOut })] : [];
  return [...blocks, t('search.cli.total', { total, searched }), ...held].join('\n\n');
}

/** Hits in bold where the output is a terminal. */
function highlighted(text: string, marks: readonly Range[]): string {
  if (!process.stdout.isTTY) return text;
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += `${text.slice(at, start)}\u001B[1m${text.slice(start, end)}\u001B[22m`;
    at = end;
  }
  return shown + text.slice(at);
}
