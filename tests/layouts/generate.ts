/**
 * Dialogues with known speakers, written as documents write them. Everything is drawn from a seed: what is said and by
 * whom, how turns are marked, what else stands on the page, and how the typist slipped.
 */
import { type Random, seededRandom } from '../oracle/random.ts';
import type { GeneratedText } from './meant.ts';
import { drawPeople, type Person } from './people.ts';
import { drawPlan } from './plan.ts';
import { Vocabulary } from './sentences.ts';
import { styleOf } from './styles.ts';
import { drawTurns } from './turns.ts';
import { Writer } from './writer.ts';

/** Makes the text of a seed; the same seed makes the same text. */
export function generate(seed: number): GeneratedText {
  const random = seededRandom(seed);
  const plan = drawPlan(random);
  const style = styleOf(plan.style);
  const words = new Vocabulary(random);
  const count = style.interview ? 2 : random.between(2, 5);
  const people = drawPeople(
    random,
    plan.language,
    plan.cast,
    count + (plan.roster === 'none' ? 0 : 1),
    (language) => organisationOf(words.marker(language), language, random),
  );
  const speakers = people.slice(0, count);
  const turns = drawTurns(random, plan, speakers, words);
  return new Writer(random, plan, people, count, words).write(seed, turns);
}

function organisationOf(marker: string, language: Person['language'], random: Random): string {
  switch (language) {
    case 'ja':
      return `${marker}${random.pick(['研究所', '財団', '商事', '大学'])}`;
    case 'zh':
      return `${marker}研究所`;
    case 'ko':
      return `${marker} 재단`;
    case 'ru':
      return `Фонд ${marker}`;
    case 'es':
      return `Fundación ${marker}`;
    default:
      return random.pick([
        `${marker} Institute`,
        `${marker} Group`,
        `${marker} Labour Office`,
        `University of ${marker}`,
      ]);
  }
}
