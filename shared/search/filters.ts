import { foldText } from '../fold/fold.ts';
import { fiscalYearLabel } from '../i18n/dates.ts';
import { LANGUAGE_IDS } from '../i18n/languages.ts';
import type { Id } from '../model/basics.ts';
import { spellingsOf } from '../model/person.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import { becomes, DOCUMENT_KINDS } from './documents.ts';
import { conventionOf, languageName, languageOf, speakerOf } from './facet-names.ts';
import type { Facts } from './facts.ts';
import type { Filter, YearRange } from './fields.ts';
import { type Chosen, FACETS, type Facet, type SearchRequest } from './request.ts';
import type { SearchRows } from './rows.ts';

/** Whether a document, by its number, is to be listed. */
export type Test = (number: number) => boolean;

/** What a filter of the query lets through. The names are looked up once; a document costs a look into an array. */
export function testOf(filter: Filter, rows: SearchRows, facts: Facts, language: string): Test {
  const test = plainTest(filter, rows, facts, language);
  return filter.not ? (number) => !test(number) : test;
}

function plainTest(filter: Filter, rows: SearchRows, facts: Facts, language: string): Test {
  switch (filter.by) {
    case 'kind': {
      const kind = DOCUMENT_KINDS.indexOf(filter.kind);
      return (number) => facts.kind[number] === kind;
    }
    case 'speaker':
      return bySpeaker(rows, facts, filter.name);
    case 'issue': {
      const has = slotTest(facts.issues.ids, (id) => isCalled(rows, id, filter.name));
      return (number) => facts.issue.some(number, has);
    }
    case 'dialogue':
      return byDialogue(facts, (id) =>
        foldText(rows.get('dialogues', id)?.title ?? '').includes(filter.name),
      );
    case 'lang':
      return byDialogue(facts, (id) => meansLanguage(filter.name, rows.get('dialogues', id)?.language ?? ''));
    case 'year':
      return byDialogue(facts, (id) => {
        const dialogue = rows.get('dialogues', id);
        return dialogue !== undefined && isInYears(dialogue, filter.years, conventionOf(rows), language);
      });
  }
}

/** What was chosen of a facet lets through; null = nothing was chosen. */
export function chosenTest(facet: Facet, chosen: Chosen, rows: SearchRows, facts: Facts): Test | null {
  const values = new Set(chosen[facet] ?? []);
  if (values.size === 0) return null;
  switch (facet) {
    case 'kind': {
      const kinds = DOCUMENT_KINDS.map((kind) => values.has(kind));
      return (number) => kinds[facts.kind[number] as number] === true;
    }
    case 'dialogue':
      return byDialogue(facts, (id) => values.has(id));
    case 'year':
      return byDialogue(facts, (id) => values.has(String(rows.get('dialogues', id)?.fiscalYear)));
    case 'lang':
      return byDialogue(facts, (id) => values.has(languageOf(rows.get('dialogues', id)?.language ?? '')));
    case 'issue': {
      // A search kept since before issues were merged means what they became.
      const meant = new Set([...values].map((id) => becomes(rows, id)));
      const has = slotTest(facts.issues.ids, (id) => meant.has(id));
      return (number) => facts.issue.some(number, has);
    }
    case 'speaker': {
      const has = slotTest(facts.participants.ids, (id) =>
        values.has(speakerOf(rows.get('participants', id))),
      );
      const person = DOCUMENT_KINDS.indexOf('person');
      return (number) =>
        facts.participant.some(number, has) ||
        (facts.kind[number] === person && values.has(facts.idAt(number)));
    }
  }
}

/** What was chosen to narrow by, the kinds that are wanted among it. */
export function chosenBy({ chosen = {}, kinds }: SearchRequest): Chosen {
  if (!kinds) return chosen;
  const both = chosen.kind?.length ? kinds.filter((kind) => chosen.kind?.includes(kind)) : kinds;
  return { ...chosen, kind: both };
}

/** What fits everything that was chosen. */
export function fitsChosen(chosen: Chosen, rows: SearchRows, facts: Facts): Test {
  const tests = FACETS.flatMap((facet) => chosenTest(facet, chosen, rows, facts) ?? []);
  return (number) => tests.every((test) => test(number));
}

/** Looks at each id once, when it is first asked for. */
function slotTest(ids: readonly Id[], test: (id: Id) => boolean): (slot: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (slot) => {
    const answer = known[slot] ?? test(ids[slot] as Id);
    known[slot] = answer;
    return answer;
  };
}

function byDialogue(facts: Facts, test: (id: Id) => boolean): Test {
  const has = slotTest(facts.dialogues.ids, test);
  return (number) => {
    const slot = facts.dialogue[number] as number;
    return slot >= 0 && has(slot);
  };
}

/** By any name that a participant goes by, the person's own names, and the organisation spoken for. */
function bySpeaker(rows: SearchRows, facts: Facts, wanted: string): Test {
  const called = (names: readonly string[]) => names.some((name) => foldText(name).includes(wanted));
  const personCalled = (id: Id | null) => {
    const person = rows.get('persons', id);
    return person !== undefined && called(spellingsOf(person));
  };
  const has = slotTest(facts.participants.ids, (id) => {
    const one = rows.get('participants', id);
    return (
      one !== undefined && (called([one.name, one.label, one.organisation]) || personCalled(one.personId))
    );
  });
  const isPerson = DOCUMENT_KINDS.indexOf('person');
  return (number) =>
    facts.participant.some(number, has) ||
    (facts.kind[number] === isPerson && personCalled(facts.idAt(number)));
}

/** Part of its name, or the whole of a synonym or its code. */
function isCalled(rows: SearchRows, id: Id, wanted: string): boolean {
  const issue = rows.get('issues', becomes(rows, id));
  if (!issue) return false;
  return (
    Object.values(issue.name).some((name) => foldText(name).includes(wanted)) ||
    foldText(issue.code) === wanted ||
    Object.values(issue.synonyms).some((terms) => terms.some((term) => foldText(term) === wanted))
  );
}

/** By its code, or its name in a language of the app or in itself. */
function meansLanguage(wanted: string, tag: string): boolean {
  const code = languageOf(tag);
  if (code === '') return false;
  if (code === wanted || tag.toLowerCase() === wanted) return true;
  return [...LANGUAGE_IDS, code].some((shown) => foldText(languageName(code, shown)) === wanted);
}

function isInYears(
  { date, fiscalYear }: { readonly date: string | null; readonly fiscalYear: number },
  years: YearRange,
  convention: FiscalYearConvention,
  language: string,
): boolean {
  const within = (year: number) => (years.from ?? year) <= year && year <= (years.to ?? year);
  const called = (shown: string) =>
    within(Number(fiscalYearLabel(fiscalYear, convention, shown).replaceAll(/\D/g, '')));
  const held = date !== null && within(Number(date.slice(0, 4)));
  switch (years.as) {
    case 'fy':
      return called('en');
    case 'nendo':
      return called('ja');
    case 'calendar':
      return held;
    case 'any':
      return held || called(language);
  }
}
