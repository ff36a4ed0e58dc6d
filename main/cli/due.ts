import { type Command, InvalidArgumentError } from 'commander';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { dateText, dayOf } from '#shared/i18n/dates.ts';
import { translator } from '#shared/i18n/index.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id, LocalText } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { agendaOf, type DueItem } from '#shared/overview/due.ts';
import { dueTold } from '#shared/retrieval/due-told.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

export function addDue(program: Command): void {
  program
    .command('due')
    .description('list what is overdue and due next; nothing off the record, nobody named against the policy')
    .argument('<workspace>', 'a .hearken file')
    .option('--on <date>', 'the day to look from, YYYY-MM-DD (default: today)', wholeDay)
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, options: { readonly on?: string; readonly json: boolean }) => {
      const on = options.on ?? dayOf(new Date().toISOString());
      const due = dueOn(await readWorkspaceFile(file), on);
      await (options.json ? printJson({ on, ...due }) : print(asText(due)));
    });
}

const PARTS = ['overdue', 'soon', 'next', 'later'] as const;
type Part = (typeof PARTS)[number];

interface Line {
  readonly kind: DueItem['kind'];
  readonly due: string;
  /** Empty = not to be told. */
  readonly what: string;
  readonly owner: string;
}

type Due = Readonly<Record<Part, readonly Line[]>> & { readonly undated: number };

function dueOn(state: WorkspaceState, on: string): Due {
  const agenda = agendaOf(state, on, state.workspace[0]?.fiscalYear.firstMonth ?? 1);
  const language = cliLanguage();
  const disclosure = new Disclosure(state, translator(language)('report.withheldName'), language);
  const advice = new Map<Id, Advice>(state.advice.map((one) => [one.id, one]));
  const names = new Map<Id, LocalText>([...state.issues, ...state.themes].map(({ id, name }) => [id, name]));
  const known = {
    nameOf: ({ id }: { readonly id: Id }) => names.get(id),
    adviceOf: (id: Id) => advice.get(id),
    language,
  };
  const lines = (part: Part): Line[] =>
    dueTold(agenda[part], { what: true, owner: true }, known, disclosure).told.map(
      ({ item: { kind, due }, what, owner }) => ({ kind, due, what, owner }),
    );
  return {
    overdue: lines('overdue'),
    soon: lines('soon'),
    next: lines('next'),
    later: lines('later'),
    undated: agenda.undated,
  };
}

function asText(due: Due): string {
  const language = cliLanguage();
  const t = translator(language);
  const parts = PARTS.filter((part) => due[part].length > 0).map((part) => [
    t(`cli.due.${part}`, { count: due[part].length }),
    ...due[part].map(
      ({ kind, due: day, what, owner }) =>
        `  ${[dateText(day, language), t(`followUp.kind.${kind}`), owner || t('home.due.noOwner'), what]
          .filter(Boolean)
          .join(' · ')}`,
    ),
  ]);
  return [
    ...(parts.length > 0 ? parts.flat() : [t('cli.due.none')]),
    t('cli.due.undated', { count: due.undated }),
  ].join('\n');
}

/** A day that there is. */
function wholeDay(typed: string): string {
  const day = new Date(`${typed}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(day.getTime()))
    throw new InvalidArgumentError('YYYY-MM-DD');
  if (day.toISOString().slice(0, 10) !== typed) throw new InvalidArgumentError('YYYY-MM-DD');
  return typed;
}
