/** Who says what in a generated text, and in which paragraphs. */
import type { Random } from '../oracle/random.ts';
import type { Person } from './people.ts';
import type { Plan } from './plan.ts';
import type { Sentence, Vocabulary } from './sentences.ts';
import { styleOf } from './styles.ts';

export interface Paragraph {
  readonly sentences: readonly Sentence[];
  /** Each sentence has a line of its own. */
  readonly lines: boolean;
}

export interface Turn {
  readonly person: number;
  readonly paragraphs: readonly Paragraph[];
}

export function drawTurns(
  random: Random,
  plan: Plan,
  speakers: readonly Person[],
  words: Vocabulary,
): Turn[] {
  const count = random.between(8, 22);
  const turns: Turn[] = [];
  const onceAt = plan.once && speakers.length > 2 ? random.between(3, count - 2) : -1;
  const regular = onceAt === -1 ? speakers.length : speakers.length - 1;
  let before = -1;
  for (let at = 0; at < count; at++) {
    let person = at === onceAt ? speakers.length - 1 : at < regular ? at : random.between(0, regular - 1);
    if (person === before) person = (person + 1) % regular;
    // All but the one who speaks once have two turns at least, so that who they are can be told from the text.
    if (at >= count - regular && at !== onceAt && count - 1 - at !== before) person = count - 1 - at;
    before = person;
    turns.push({ person, paragraphs: drawParagraphs(random, plan, speakers, person, words) });
  }
  return turns;
}

function drawParagraphs(
  random: Random,
  plan: Plan,
  speakers: readonly Person[],
  person: number,
  words: Vocabulary,
): Paragraph[] {
  const { language } = speakers[person] as Person;
  const others = speakers.filter((_, index) => index !== person).map((one) => saidName(one, language));
  if (random.chance(0.12)) {
    const short = words.short(language);
    if (short) return [{ sentences: [short], lines: false }];
  }
  const paragraphs: Paragraph[] = [];
  // Where answers have no label, a second paragraph of the question would be the answer's; elsewhere it is rare.
  const isQuestion =
    person === 0 && (plan.style === 'question-dash-only' || (plan.style === 'question-dash' && !plan.traps));
  const count = isQuestion || styleOf(plan.style).flat || random.chance(0.6) ? 1 : random.between(2, 4);
  for (let at = 0; at < count; at++) {
    const sentences = Array.from({ length: random.between(1, 4) }, (_, index) =>
      words.sentence(
        language,
        others,
        index === 0 ? 'start' : 'inside',
        plan.traps ? (index === 0 ? 0.12 : 0.2) : 0,
      ),
    );
    paragraphs.push({ sentences, lines: false });
    if (plan.lists && !isQuestion && !styleOf(plan.style).flat && random.chance(0.15)) {
      const list = words.list(language);
      if (list) paragraphs.push({ sentences: [list.lead, ...list.items], lines: true });
    }
  }
  return paragraphs;
}

/** How one speaker calls another. */
export function saidName(person: Person, language: Person['language']): string {
  const isOffice = /^(Moderator|Interviewer|Chair|Facilitator|Host)$/.test(person.full);
  return isOffice && language !== 'ja' ? `the ${person.full}` : person.short;
}

/** Somebody has one turn alone. */
export function isOnce(turns: readonly Turn[]): boolean {
  return turns.some(({ person }) => turns.filter((turn) => turn.person === person).length === 1);
}
