import type { Hit } from '#shared/search/request.ts';
import { links } from '../../ui/links.ts';

/**
 * Where a result is shown: a turn at the words that were found, a person with all that they said.
 * @param find the question, whose hits the reader marks
 */
export function linkOf(hit: Hit, find = ''): string {
  switch (hit.kind) {
    case 'turn':
      if (!hit.dialogue) return links.dialogues();
      return hit.range
        ? links.range(hit.dialogue.id, hit.id, hit.range.start, hit.range.end, find)
        : links.turn(hit.dialogue.id, hit.id, find);
    case 'advice':
      return links.advice(hit.id);
    case 'issue':
      return links.issue(hit.id);
    case 'person':
      return links.person(hit.id);
    case 'dialogue':
      return links.dialogue(hit.id, find);
    case 'indicator':
      return links.figures({ indicator: hit.id });
    case 'arrangement':
      return links.registered('arrangements', hit.id);
    case 'organisation':
      return links.registered('organisations', hit.id);
    case 'instrument':
      return links.registered('instruments', hit.id);
    case 'source':
      return links.registered('sources', hit.id);
    case 'entry':
      return hit.entry ? links.entry({ id: hit.id, ...hit.entry }) : links.register();
    case 'answer':
      return links.statements({ answer: hit.id });
  }
}
