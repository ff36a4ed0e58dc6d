import type { Entry } from '#shared/model/entry.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

/** What an entry can bear on, of what a person chooses from lists, in the order of the lists. */
export const CHOSEN_KINDS = [
  'issue',
  'theme',
  'arrangement',
  'organisation',
  'instrument',
  'source',
  'person',
  'dialogue',
  'indicator',
] as const;
export type ChosenKind = (typeof CHOSEN_KINDS)[number];
type Ref = Entry['refs'][number];

/** Something to choose, by its name. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Live: what entries can bear on, by kind, each list by name. */
export function useChoices(): Readonly<Record<ChosenKind, readonly Choice[]>> | undefined {
  const { language, local } = useSpeech();
  return useRows(
    async (db) => {
      const sorted = (rows: readonly { readonly id: string; readonly label: string }[]): Choice[] =>
        rows
          .map(({ id, label }) => ({ value: id, label }))
          .sort((a, b) => a.label.localeCompare(b.label, language));
      const named = (rows: readonly { readonly id: string; readonly name: Record<string, string> }[]) =>
        sorted(rows.map(({ id, name }) => ({ id, label: local(name) })));
      return {
        issue: named((await db.issues.toArray()).filter(({ mergedInto }) => mergedInto === null)),
        theme: named(await db.themes.toArray()),
        arrangement: named(await db.arrangements.toArray()),
        organisation: named(await db.organisations.toArray()),
        instrument: sorted(
          (await db.instruments.toArray()).map(({ id, code, name }) => ({
            id,
            label: [code, local(name)].filter(Boolean).join(' – '),
          })),
        ),
        source: sorted((await db.sources.toArray()).map(({ id, title }) => ({ id, label: local(title) }))),
        person: named(await db.persons.toArray()),
        dialogue: sorted((await db.dialogues.toArray()).map(({ id, title }) => ({ id, label: title }))),
        indicator: named(await db.indicators.toArray()),
      };
    },
    [language],
  );
}

/** The rows that a list of texts such as `issue 0190…` names, and the texts of rows. */
export function refOf(text: string): Ref {
  const [to, id = ''] = text.split(' ');
  return { to: to as Ref['to'], id };
}
export function textOfRef({ to, id }: Ref): string {
  return `${to} ${id}`;
}

/** Whether it is of those that are chosen from lists; what else an entry bears on stays as it is. */
export function isChosen({ to }: Ref): boolean {
  return (CHOSEN_KINDS as readonly string[]).includes(to);
}
