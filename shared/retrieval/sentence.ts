import type { Id } from '../model/basics.ts';
import { CATEGORIES, isActive } from '../model/issue.ts';
import type { PassageQuery } from '../model/view.ts';
import { isEmptyQuery } from './address.ts';
import type { RetrievalNames } from './passage-index.ts';
import type { RetrievalWords } from './words.ts';

/** Names written out in one list; of more, the first ones and how many others. */
const NAMED = 4;

/**
 * A query as a sentence that anyone can check. The catalog has the order of its parts, which languages put
 * differently; each part brings its own comma or space.
 */
export function sentenceOf(query: PassageQuery, index: RetrievalNames, words: RetrievalWords): string {
  const { t, language } = words;
  if (isEmptyQuery(query)) return t('retrieval.sentence.all');
  const quoted = (name: string) => t('retrieval.quoted', { name });
  const list = (names: readonly string[], type: 'disjunction' | 'conjunction' = 'disjunction') => {
    const shown = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
    const rest = names.length - shown.length;
    return new Intl.ListFormat(language, { type, style: 'long' }).format(
      rest > 0 ? [...shown, t('retrieval.others', { count: rest })] : shown,
    );
  };
  const issues = (ids: readonly Id[]) => {
    const category = wholeCategory(ids, index);
    return category
      ? t('retrieval.anyOf', { category: t(`category.${category}`) })
      : list(ids.map((id) => quoted(words.issue(id))));
  };
  const part = <V>(values: readonly V[], text: (list: string) => string, name: (value: V) => string) =>
    values.length > 0 ? text(list(values.map(name))) : '';

  const [first, ...further] = query.about.filter((group) => group.length > 0);
  const about = first ? t('retrieval.sentence.about', { issues: issues(first) }) : '';
  const also =
    further.length > 0
      ? t(`retrieval.sentence.also.${query.near}`, { issues: list(further.map(issues), 'conjunction') })
      : '';
  const not =
    query.notAbout.length > 0
      ? t(`retrieval.sentence.not.${query.near}`, { issues: issues(query.notAbout) })
      : '';
  const sentence = t('retrieval.sentence', {
    about,
    also,
    not,
    side: query.side ? t(`retrieval.sentence.side.${query.side}`) : '',
    voices: part(
      query.voices,
      (voices) => t('retrieval.sentence.voices', { voices }),
      (one) => t(`voice.${one}`),
    ),
    kinds: part(
      query.kinds,
      (kinds) => t('retrieval.sentence.kinds', { kinds }),
      (one) => t(`personKind.${one}`),
    ),
    speakers: part(query.speakerIds, (people) => t('retrieval.sentence.speakers', { people }), words.speaker),
    dialogues: part(
      query.dialogueIds,
      (dialogues) => t('retrieval.sentence.dialogues', { dialogues }),
      (id) => quoted(words.dialogue(id)),
    ),
    years: part(query.fiscalYears, (years) => t('retrieval.sentence.years', { years }), words.year),
    advice: adviceOf(query, words, list),
    coders: part(
      query.coders,
      (coders) => t('retrieval.sentence.coders', { coders }),
      (one) => one,
    ),
    text: query.text.trim() ? t('retrieval.sentence.text', { text: quoted(query.text.trim()) }) : '',
  });
  // Whichever part comes first or last, no comma stands right after the first word or right before the last one.
  return sentence.replace(/^([^ ,“]+), /, '$1 ').replace(/、(?=[^、」]*。$)/u, '');
}

function adviceOf(
  { adviceKinds, adviceStatuses }: PassageQuery,
  { t }: RetrievalWords,
  list: (names: readonly string[]) => string,
): string {
  const kinds = list(adviceKinds.map((kind) => t(`retrieval.adviceKind.${kind}`)));
  const statuses = list(
    adviceStatuses.map((status) => t('retrieval.quoted', { name: t(`adviceStatus.${status}`) })),
  );
  if (adviceKinds.length > 0 && adviceStatuses.length > 0)
    return t('retrieval.sentence.advice.both', { kinds, statuses });
  if (adviceKinds.length > 0) return t('retrieval.sentence.advice.kinds', { kinds });
  return adviceStatuses.length > 0 ? t('retrieval.sentence.advice.statuses', { statuses }) : '';
}

/** The category whose issues of the list these are, all of them and no others. */
export function wholeCategory(ids: readonly Id[], index: RetrievalNames): (typeof CATEGORIES)[number] | null {
  if (ids.length < 2) return null;
  const wanted = new Set(ids);
  const found = CATEGORIES.find((category) => {
    const members = [...index.issues.values()].filter((issue) => issue.category === category);
    const listed = members.filter(isActive);
    return (
      listed.length > 1 &&
      listed.every(({ id }) => wanted.has(id)) &&
      ids.every((id) => members.some((one) => one.id === id))
    );
  });
  return found ?? null;
}
