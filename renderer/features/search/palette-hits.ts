import { type Language, translator } from '#shared/i18n/index.ts';
import { isLanguage } from '#shared/i18n/languages.ts';
import type { Hit } from '#shared/search/request.ts';
import type { PaletteHit } from '../../ui/feature.ts';
import { go, links } from '../../ui/links.ts';
import { searchSynonyms } from '../../ui/search-preferences.ts';
import { ask } from '../../workers/search/service.ts';
import { linkOf } from './open-hit.ts';

/** With the way to all of them, as many as the palette shows of one view. */
const LIMIT = 5;
/** Below that many characters a palette is used for its commands; a single kanji is a word. */
const LEAST = 2;
/** Characters around the words found. */
const WIDTH = 60;

/** What the palette shows while one types: the best results, and the way to all of them. */
export async function paletteHits(query: string, signal: AbortSignal): Promise<readonly PaletteHit[]> {
  const wanted = query.trim();
  if (wanted.length < LEAST && !/\p{Script=Han}/u.test(wanted)) return [];
  const language = shownLanguage();
  const t = translator(language);
  const answer = await ask(
    {
      query: wanted,
      typing: true,
      language,
      limit: LIMIT,
      width: WIDTH,
      sort: 'relevance',
      synonyms: searchSynonyms.value.get(),
    },
    signal,
  );
  const hits = (answer?.hits ?? [])
    .filter(({ between }) => !between)
    .map((hit) => ({
      id: `search.${hit.kind}.${hit.id}`,
      label: labelOf(hit),
      description: [
        t(`search.kind.${hit.kind}`),
        hit.speaker?.name,
        hit.kind === 'dialogue' ? null : hit.dialogue?.title,
        hit.dialogue?.date,
        hit.policy && hit.policy !== 'named' ? t(`policy.${hit.policy}`) : null,
      ]
        .filter(Boolean)
        .join(' · '),
      run: () => go(linkOf(hit, wanted)),
    }));
  if (hits.length === 0) return [];
  return [
    ...hits,
    { id: 'search.all', label: t('search.all', { query: wanted }), run: () => go(links.search(wanted)) },
  ];
}

function labelOf({ title, snippet: { text, cutBefore, cutAfter } }: Hit): string {
  return (
    title?.text ?? `${cutBefore ? '… ' : ''}${text.replaceAll(/\s+/g, ' ').trim()}${cutAfter ? ' …' : ''}`
  );
}

/** Language of the interface, as the shell tells it to the document. */
function shownLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'en';
}
