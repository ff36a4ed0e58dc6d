import type { MessageKey } from '#shared/i18n/index.ts';
import { ADVICE_KINDS, ADVICE_STATUSES } from '#shared/model/advice.ts';
import { VOICES } from '#shared/model/dialogue.ts';
import { CATEGORIES, isActive } from '#shared/model/issue.ts';
import { PERSON_KINDS } from '#shared/model/person.ts';
import type { PassageQuery } from '#shared/model/view.ts';
import { dialoguesInTime, inListOrder } from '#shared/retrieval/cross.ts';
import { speakerOf } from '#shared/retrieval/passage-index.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import type { ChoiceGroup } from './choice-list.tsx';
import type { Retrieval } from './use-retrieval.ts';

/** A condition of a query as it is shown and changed: a row of things to tick. */
export interface Condition {
  readonly id: string;
  /** What it asks, e.g. "Said by". */
  readonly label: string;
  readonly groups: readonly ChoiceGroup[];
  readonly value: readonly string[];
  readonly set: (value: readonly string[]) => PassageQuery;
  /** Stands there to be filled in though it asks nothing yet. */
  readonly always: boolean;
}

interface Kind {
  readonly id: string;
  readonly label: MessageKey;
  readonly always?: boolean;
  readonly read: (query: PassageQuery) => readonly string[];
  readonly write: (query: PassageQuery, value: readonly string[]) => PassageQuery;
  readonly groups: (retrieval: Retrieval) => readonly ChoiceGroup[];
}

/** Conditions of the query that are lists, besides issues. A further one is an entry here. */
const KINDS: readonly Kind[] = [
  {
    id: 'side',
    label: 'retrieval.condition.side',
    always: true,
    read: ({ side }) => (side === null ? [] : [side]),
    write: (query, value) => {
      const last = value.at(-1);
      return { ...query, side: last === 'external' || last === 'company' ? last : null };
    },
    groups: ({ words: { t } }) => [
      plain([
        { value: 'external', label: t('retrieval.side.external') },
        { value: 'company', label: t('retrieval.side.company') },
      ]),
    ],
  },
  {
    id: 'speakers',
    label: 'retrieval.condition.speakers',
    always: true,
    read: ({ speakerIds }) => speakerIds,
    write: (query, speakerIds) => ({ ...query, speakerIds: [...speakerIds] }),
    groups: speakerGroups,
  },
  {
    id: 'dialogues',
    label: 'retrieval.condition.dialogues',
    always: true,
    read: ({ dialogueIds }) => dialogueIds,
    write: (query, dialogueIds) => ({ ...query, dialogueIds: [...dialogueIds] }),
    groups: ({ names }) => [
      plain(
        dialoguesInTime(names)
          .reverse()
          .map(({ id, title, date }) => ({ value: id, label: [title, date].filter(Boolean).join(' · ') })),
      ),
    ],
  },
  {
    id: 'adviceKinds',
    label: 'retrieval.condition.adviceKinds',
    always: true,
    ...listed('adviceKinds'),
    groups: ({ words: { t } }) => [
      plain(ADVICE_KINDS.map((kind) => ({ value: kind, label: t(`adviceKind.${kind}`) }))),
    ],
  },
  {
    id: 'adviceStatuses',
    label: 'retrieval.condition.adviceStatuses',
    ...listed('adviceStatuses'),
    groups: ({ words: { t } }) => [
      plain(ADVICE_STATUSES.map((status) => ({ value: status, label: t(`adviceStatus.${status}`) }))),
    ],
  },
  {
    id: 'voices',
    label: 'retrieval.condition.voices',
    ...listed('voices'),
    groups: ({ words: { t } }) => [
      plain(VOICES.map((voice) => ({ value: voice, label: t(`voice.${voice}`) }))),
    ],
  },
  {
    id: 'kinds',
    label: 'retrieval.condition.kinds',
    ...listed('kinds'),
    groups: ({ names: { participants }, words: { t } }) => {
      const present = new Set(participants.map(({ kind }) => kind));
      return [
        plain(
          PERSON_KINDS.filter((kind) => present.has(kind)).map((kind) => ({
            value: kind,
            label: t(`personKind.${kind}`),
          })),
        ),
      ];
    },
  },
  {
    id: 'years',
    label: 'retrieval.condition.years',
    read: ({ fiscalYears }) => fiscalYears.map(String),
    write: (query, value) => ({ ...query, fiscalYears: value.map(Number) }),
    groups: ({ names: { dialogues }, words: { year } }) => [
      plain(
        [...new Set([...dialogues.values()].map(({ fiscalYear }) => fiscalYear))]
          .sort((a, b) => b - a)
          .map((one) => ({ value: String(one), label: year(one) })),
      ),
    ],
  },
  {
    id: 'coders',
    label: 'retrieval.condition.coders',
    read: ({ coders }) => coders,
    write: (query, coders) => ({ ...query, coders: [...coders] }),
    groups: ({ frame: { authors } }) => [
      plain(authors.map((author) => ({ value: author, label: author || '–' }))),
    ],
  },
];

/** The conditions of a query besides issues and words, in the order in which they are shown. */
export function conditionsOf(query: PassageQuery, retrieval: Retrieval): readonly Condition[] {
  return KINDS.map(({ id, label, always = false, read, write, groups }) => ({
    id,
    label: retrieval.words.t(label),
    groups: groups(retrieval),
    value: read(query),
    set: (value) => write(query, value),
    always,
  }));
}

/** The issues to tick, by category; those that are no longer on the list stand only where they are coded. */
export function issueGroups({ frame, names, words }: Retrieval): readonly ChoiceGroup[] {
  const coded = new Set(frame.codedIssueIds);
  const listed = inListOrder(names).flatMap((id) => {
    const issue = names.issues.get(id);
    return issue && (isActive(issue) || coded.has(id)) ? [issue] : [];
  });
  return CATEGORIES.map((category) => ({
    label: words.t(`category.${category}`),
    choices: listed
      .filter((issue) => issue.category === category)
      .map(({ id }) => ({ value: id, label: words.issue(id), sign: <CategoryMark category={category} /> })),
  })).filter(({ choices }) => choices.length > 0);
}

function speakerGroups({ frame, names: { participants }, words: { t, speaker } }: Retrieval): ChoiceGroup[] {
  const heard = new Set(frame.heardIds);
  return (['external', 'company'] as const)
    .map((side) => ({
      label: t(`retrieval.side.${side}`),
      choices: [
        ...new Set(
          participants
            .filter(({ external }) => external === (side === 'external'))
            .map(speakerOf)
            .filter((id) => heard.has(id)),
        ),
      ].map((id) => ({ value: id, label: speaker(id) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

function plain(choices: ChoiceGroup['choices']): ChoiceGroup {
  return { label: '', choices };
}

/** How a field of fixed words is read and written. */
function listed(field: 'adviceKinds' | 'adviceStatuses' | 'voices' | 'kinds'): Pick<Kind, 'read' | 'write'> {
  return {
    read: (query) => query[field],
    write: (query, value) => ({ ...query, [field]: [...value] }),
  };
}
