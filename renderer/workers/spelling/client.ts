import { problem } from '#shared/model/problem.ts';
import { WorkerLink } from '../link.ts';
import type { SpellingService } from './spelling.worker.ts';

/** Begun with the first word that is typed; it holds the dictionaries, which take half a second to read. */
let link: WorkerLink<SpellingService> | null = null;
/** Words that were looked up already: most of what people type are the same few thousand. */
const lookedUp = new Map<string, boolean>();
const MOST_KEPT = 20_000;

function started(): WorkerLink<SpellingService> {
  link ??= new WorkerLink(
    new Worker(new URL('./spelling.worker.ts', import.meta.url), { type: 'module' }),
    'spelling',
    (reason) => problem('unexpected', { reason }),
  );
  return link;
}

/**
 * Those of the words that no dictionary has.
 * @throws ProblemError where the worker fails
 */
export async function misspeltOf(words: readonly string[]): Promise<string[]> {
  const news = [...new Set(words)].filter((word) => !lookedUp.has(word));
  if (news.length > 0) {
    const wrong = new Set(await started().request((service) => service.misspelt(news)));
    if (lookedUp.size > MOST_KEPT) lookedUp.clear();
    for (const word of news) lookedUp.set(word, wrong.has(word));
  }
  return words.filter((word) => lookedUp.get(word));
}

/**
 * What a misspelt word may have meant.
 * @throws ProblemError where the worker fails
 */
export function suggestionsFor(word: string): Promise<string[]> {
  return started().request((service) => service.suggestions(word));
}
