/**
 * Dialogues with known speakers, written as documents write them. Everything is drawn from a seed: what is said and by
 * whom, how turns are marked, what else stands on the page, and how the typist slipped.
 */
import { type Random, seededRandom } from '../oracle/random.ts';
import { CASTS, type Cast, drawPeople, type Language, type Person } from './people.ts';
import { type Sentence, Vocabulary } from './sentences.ts';
import { STYLES, type Style, type StyleName, styleOf, type TimePlace } from './styles.ts';

/** Slips of a typist, at most one a text. */
export const NOISES = [
  'none',
  'mark-slip',
  'mark-missing',
  'letter-slip',
  'other-case',
  'extra-blank',
  'missing-blank',
  'wide-colon-once',
  'trailing-blanks',
  'bom',
  'unseen-characters',
  'kanji-variant',
  'time-sometimes',
  'other-style-once',
] as const;
export type Noise = (typeof NOISES)[number];

/** Forms of a label. */
export const FORMS = [
  'short',
  'full',
  'full-then-short',
  'courtesy-short',
  'courtesy-full',
  'post',
  'organisation-round',
  'organisation-comma',
  'organisation-before',
  'round-then-short',
  'comma-then-short',
] as const;
export type Form = (typeof FORMS)[number];

/** A sentence of the text, and who says it. */
export interface Meant {
  /** Stands nowhere else in the text, once blanks are left out. */
  readonly marker: string;
  /** The sentence, for reading. */
  readonly text: string;
  /** Index of a person of the cast; null for words of the page. */
  readonly person: number | null;
  /** The line where its turn, or its part of the page, begins, and the line where it stands. */
  readonly from: number;
  readonly line: number;
}

/** A text, how it was made, and what a reading should find in it. */
export interface GeneratedText {
  readonly seed: number;
  readonly name: string;
  readonly text: string;
  readonly style: StyleName;
  readonly language: Language;
  /** `style:colon`, `noise:bom`, …: all that is known of how it was made. */
  readonly kinds: readonly string[];
  /** All whom the text names, also those who say nothing. */
  readonly people: readonly Person[];
  /** People whom the text may leave without a name: words of theirs may have no speaker. */
  readonly unnamed: ReadonlySet<number>;
  readonly meant: readonly Meant[];
}

interface Paragraph {
  readonly sentences: readonly Sentence[];
  /** Each sentence has a line of its own. */
  readonly lines: boolean;
}

interface Turn {
  readonly person: number;
  readonly paragraphs: readonly Paragraph[];
}

/** How a text is written; each field drawn by itself as far as documents allow. */
interface Plan {
  readonly style: StyleName;
  readonly language: Language;
  readonly page: 'en' | 'ja';
  readonly cast: Cast;
  readonly form: Form;
  readonly noise: Noise;
  readonly times: TimePlace | 'none';
  readonly clock: 'minutes' | 'hours' | 'japanese';
  /** Between a name and the time behind it. */
  readonly separator: string;
  readonly gapTurns: boolean;
  readonly gapParagraphs: boolean;
  readonly wrap: number;
  readonly indent: 'none' | 'first' | 'hanging';
  readonly crlf: boolean;
  readonly roster: 'none' | 'line' | 'list' | 'captions';
  readonly title: boolean;
  readonly date: boolean;
  readonly intro: boolean;
  readonly headings: boolean;
  readonly furniture: boolean;
  readonly remarks: boolean;
  readonly interruptions: boolean;
  readonly lists: boolean;
  readonly traps: boolean;
  /** The page tells between the turns what somebody asked. */
  readonly narration: boolean;
  readonly once: boolean;
}

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

const USUAL: readonly Language[] = ['en', 'ja', 'mixed'];

function drawPlan(random: Random): Plan {
  const style = random.pick(Object.keys(STYLES) as StyleName[]);
  const drawn = styleOf(style);
  const usual = drawn.languages.filter((one) => USUAL.includes(one));
  const language = random.pick(random.chance(0.88) ? usual : drawn.languages);
  // In other languages people speak, and the page says nothing of its own.
  const isUsual = USUAL.includes(language);
  const asian = ['ja', 'zh', 'ko'].includes(language);
  const page = asian ? 'ja' : 'en';
  const cast = drawCast(random, drawn, language);
  const gapTurns = drawn.gaps === true || drawn.captions === true || random.chance(0.7);
  const gapParagraphs = gapTurns && !drawn.gaps && random.chance(0.4);
  const wrap =
    gapTurns && random.chance(0.2)
      ? language === 'ja' || language === 'zh'
        ? random.between(30, 40)
        : random.between(60, 80)
      : 0;
  return {
    style,
    language,
    page,
    cast,
    form: drawForm(random, drawn, cast),
    noise: drawNoise(random, drawn, language),
    times: drawTimes(random, style, drawn),
    clock: asian && random.chance(0.3) ? 'japanese' : random.pick(['minutes', 'hours']),
    separator: random.pick(['  ', ' ', '   ', '\t']),
    gapTurns,
    gapParagraphs,
    wrap: drawn.unbroken ? 0 : wrap,
    indent: random.chance(0.8) ? 'none' : random.pick(['first', 'hanging']),
    crlf: random.chance(0.2),
    roster: drawn.captions
      ? 'captions'
      : random.chance(0.45)
        ? random.pick(['line', 'list', 'list'])
        : 'none',
    title: isUsual && random.chance(0.6),
    date: isUsual && random.chance(0.4),
    intro: isUsual && random.chance(0.35),
    headings: isUsual && gapTurns && random.chance(0.25),
    furniture: random.chance(0.12),
    remarks: isUsual && gapTurns && random.chance(0.15),
    interruptions: isUsual && random.chance(0.25),
    lists: random.chance(0.2),
    traps: random.chance(0.5),
    narration: isUsual && random.chance(0.08),
    once: random.chance(0.3),
  };
}

function drawCast(random: Random, style: Style, language: Language): Cast {
  if (style.captions || style.interview) return 'named';
  if (!['en', 'ja', 'mixed'].includes(language)) return 'named';
  const cast = random.pick<Cast>(['named', 'named', 'named', 'role', 'role', ...CASTS]);
  if (style.bare) return cast === 'role' ? 'role' : 'named';
  if (language === 'ja' && (cast === 'initials' || cast === 'handles')) return 'named';
  return cast;
}

function drawForm(random: Random, style: Style, cast: Cast): Form {
  if (style.bare || cast === 'initials' || cast === 'numbered' || cast === 'handles') return 'short';
  const plain: Form[] = ['short', 'full', 'full-then-short', 'courtesy-short', 'courtesy-full', 'post'];
  const named = style.mark !== undefined || style.own === true || style.markdown === true;
  return random.pick([...plain, 'short', 'full', ...(named ? FORMS.slice(6) : [])]);
}

function drawNoise(random: Random, style: Style, language: Language): Noise {
  // Slips of one label are many kinds in few styles, so they are drawn more often than what any text may have.
  const fit = NOISES.filter((noise) => noise !== 'none' && fits(noise, style, language)).flatMap((noise) =>
    SLIPS.has(noise) ? [noise, noise, noise] : [noise],
  );
  return random.chance(style.mark === undefined ? 0.25 : 0.5) ? random.pick(fit) : 'none';
}

/** Whether such a slip can happen in the style, and a person who reads would see through it. */
function fits(noise: Noise, style: Style, language: Language): boolean {
  switch (noise) {
    case 'mark-slip':
    case 'mark-missing':
    case 'missing-blank':
    case 'wide-colon-once':
    case 'extra-blank':
    case 'other-style-once':
      return style.mark !== undefined;
    case 'time-sometimes':
      return style.mark !== undefined || (style.own === true && style.bare !== true);
    case 'letter-slip':
    case 'other-case':
      return (language === 'en' || language === 'es') && !style.interview;
    case 'kanji-variant':
      return language === 'ja' && !style.interview;
    default:
      return true;
  }
}

function drawTimes(random: Random, name: StyleName, style: Style): Plan['times'] {
  if (!style.times) return 'none';
  return name === 'own-time' || random.chance(0.3) ? random.pick(style.times) : 'none';
}

function drawTurns(random: Random, plan: Plan, speakers: readonly Person[], words: Vocabulary): Turn[] {
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
function saidName(person: Person, language: Person['language']): string {
  const isOffice = /^(Moderator|Interviewer|Chair|Facilitator|Host)$/.test(person.full);
  return isOffice && language !== 'ja' ? `the ${person.full}` : person.short;
}

/** A kanji and its other shape. */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  邊: '辺',
  黑: '黒',
  澤: '沢',
  齋: '斎',
  沢: '澤',
  浜: '濱',
  々: '々',
};

class Writer {
  private readonly lines: string[] = [];
  private readonly pieces: { sentence: Sentence; person: number | null; from: number }[] = [];
  private readonly spoken = new Set<number>();
  private readonly style: Style;
  private slipAt = -1;
  private chapter = 0;
  private mark: string | null = null;

  private readonly random: Random;
  private readonly plan: Plan;
  private readonly people: readonly Person[];
  private readonly speakers: number;
  private readonly words: Vocabulary;

  constructor(random: Random, plan: Plan, people: readonly Person[], speakers: number, words: Vocabulary) {
    this.random = random;
    this.plan = plan;
    this.people = people;
    this.speakers = speakers;
    this.words = words;
    this.style = styleOf(plan.style);
  }

  write(seed: number, turns: readonly Turn[]): GeneratedText {
    const { plan, random, style } = this;
    this.slipAt = this.drawSlip(turns);
    this.writeTop();
    for (const [at, turn] of turns.entries()) {
      if (at > 0) this.writeBetween();
      if (style.captions && !this.spoken.has(turn.person))
        this.writeCaption(this.people[turn.person] as Person);
      this.writeTurn(turn, at);
      if (plan.gapTurns) this.lines.push('');
    }
    this.writeEnd();
    let { lines } = this;
    if (plan.noise === 'trailing-blanks')
      lines = lines.map((line) => line + random.pick([' ', '  ', '\t', '']));
    const text = (plan.noise === 'bom' ? '\uFEFF' : '') + lines.join(plan.crlf ? '\r\n' : '\n');
    return {
      seed,
      name: style.markdown ? 'talk.md' : 'talk.txt',
      text,
      style: plan.style,
      language: plan.language,
      kinds: kindsOf(plan, this.slipAt >= 0 || !SLIPS.has(plan.noise), isOnce(turns)),
      people: this.people,
      unnamed: new Set(
        style.interview?.startsWith('dash') ? (style.interview === 'dash' ? [0] : [0, 1]) : [],
      ),
      meant: locate(lines, this.pieces),
    };
  }

  /** The turn in which the typist slips: of someone who speaks elsewhere too, and not the first of theirs. */
  private drawSlip(turns: readonly Turn[]): number {
    const { plan, random } = this;
    if (!SLIPS.has(plan.noise)) return -1;
    const variants = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'u');
    const fit = turns.flatMap(({ person }, at) => {
      const count = turns.filter((turn) => turn.person === person).length;
      const isFirst = turns.findIndex((turn) => turn.person === person) === at;
      const isVariant = variants.test((this.people[person] as Person).short);
      return count > 2 && !isFirst && (plan.noise !== 'kanji-variant' || isVariant) ? [at] : [];
    });
    return fit.length > 0 ? random.pick(fit) : -1;
  }

  private writeTop(): void {
    const { plan, random } = this;
    const { page } = plan;
    if (plan.title) this.writePage('title', this.style.markdown && random.chance(0.6) ? '# ' : '');
    if (plan.date) {
      this.lines.push(
        page === 'ja'
          ? random.pick(['日時：2024年5月13日（月）10:00～12:00', '2024年5月13日', '開催日: 2024/05/13'])
          : random.pick([
              '13 May 2024',
              'Date: May 13, 2024',
              'Monday, 13 May 2024, 10:00-12:00',
              '2024-05-13',
            ]),
        '',
      );
    }
    if (plan.roster === 'line' || plan.roster === 'list') this.writeRoster(plan.roster);
    if (this.style.interview && plan.roster === 'none') {
      const { full } = this.people[1] as Person;
      this.lines.push(page === 'ja' ? `${full}氏に聞く` : `An interview with ${full}`, '');
    }
    if (plan.intro) this.writePage('outside');
  }

  private writePage(kind: 'title' | 'outside' | 'heading' | 'remark', before = '', after = ''): void {
    const sentence = this.words.page(kind, this.plan.page);
    this.pieces.push({ sentence, person: null, from: this.lines.length + 1 });
    this.lines.push(`${before}${sentence.text}${after}`, '');
  }

  private writeRoster(kind: 'line' | 'list'): void {
    const { plan, random, lines } = this;
    const japanese = plan.page === 'ja';
    // Initials are told in the list, or nobody could know whose they are.
    const initials = plan.cast === 'initials';
    const people = this.people.filter((one) => one.isNamed);
    if (people.length === 0) return;
    if (kind === 'line' && !initials) {
      const names = people.map((one) => (one.language === 'ja' ? `${one.full}氏` : one.full));
      lines.push(
        japanese
          ? `出席者：${names.join('、')}`
          : `${random.pick(['Participants', 'Present'])}: ${names.join(', ')}`,
        '',
      );
      return;
    }
    lines.push(
      japanese
        ? random.pick(['出席者', '■参加者', '【出席者】', '参加者：'])
        : random.pick(['Participants', 'Participants:', 'Experts and company']),
    );
    if (random.chance(0.5)) lines.push('');
    const bullet = random.pick(japanese ? ['・', '', '　', '○ '] : ['- ', '• ', '', '  * ']);
    const shape = random.between(0, 2);
    for (const one of people) {
      const from = lines.length + 1;
      const name = initials ? `${one.full} (${one.short})` : one.full;
      lines.push(bullet + this.rosterEntry(one, name, shape));
      this.expectHouse(one, from);
    }
    lines.push('');
  }

  private rosterEntry(one: Person, name: string, shape: number): string {
    const { post, organisation } = one;
    if (one.language === 'ja' || one.language === 'zh')
      return shape === 0
        ? `${name}氏（${organisation} ${post}）`
        : shape === 1
          ? `${organisation}　${post}　${name} 氏`
          : `${name}　${organisation}　${post}`;
    return shape === 0
      ? `${name}, ${post}, ${organisation}`
      : shape === 1
        ? `${name} (${post}, ${organisation})`
        : `${name} – ${post}, ${organisation}`;
  }

  /** `Ms. Ito asked about Bereza.`: what somebody said, in the words of the page. */
  private writeNarration(): void {
    const { random, words, plan, lines } = this;
    const person = random.pick(this.people.slice(0, this.speakers));
    const { language, short, courtesy, isNamed } = person;
    const japanese = language === 'ja';
    const isCourteous = isNamed && courtesy !== '' && !japanese;
    const english = isCourteous ? `${courtesy} ${short}` : saidName(person, 'en');
    const sentence = words.told(plan.page, plan.page === 'en' ? english : `${short}${japanese ? '氏' : ''}`);
    this.pieces.push({ sentence, person: null, from: lines.length + 1 });
    lines.push(sentence.text);
    if (plan.gapTurns) lines.push('');
  }

  /** A person's house is of the page, and nobody says it; where labels name it too, it cannot be told from them. */
  private expectHouse({ organisation }: Person, from: number): void {
    if (/organisation|round|comma/.test(this.plan.form)) return;
    this.pieces.push({
      sentence: { text: organisation, marker: squeezed(organisation) },
      person: null,
      from,
    });
  }

  /** Name, post and house on lines of their own, as published pages have them beside a picture. */
  private writeCaption(one: Person): void {
    const from = this.lines.length + 1;
    this.expectHouse(one, from);
    if (one.language === 'ja' && this.plan.traps)
      this.lines.push(one.organisation, one.post, `${one.full} 氏`, '');
    else this.lines.push(one.full, one.post, one.organisation, '');
  }

  private writeBetween(): void {
    const { plan, random, style } = this;
    if (plan.headings && random.chance(0.12)) {
      this.chapter++;
      // The first heading settles how all are marked.
      this.mark ??= style.markdown
        ? '## '
        : random.pick(plan.page === 'ja' ? ['■', '', '◆ ', '#．'] : ['', '', '#. ']);
      this.writePage('heading', this.mark.replace(/#(?=[.．])/, String(this.chapter)));
    }
    if (plan.remarks && random.chance(0.12)) this.writePage('remark');
    if (plan.narration && random.chance(0.12)) this.writeNarration();
    if (plan.furniture && random.chance(0.15)) {
      this.lines.push(random.pick(['Page 3 of 12', '- 4 -', '5', '© 2024', '3/12']));
      if (plan.gapTurns) this.lines.push('');
    }
  }

  private writeTurn(turn: Turn, at: number): void {
    const { plan, random, style, lines } = this;
    const person = this.people[turn.person] as Person;
    const isFirst = !this.spoken.has(turn.person);
    this.spoken.add(turn.person);
    const from = lines.length + 1;
    const clock = clockOf(at, plan.clock);
    if (plan.times === 'above') lines.push(clock);
    const prefix = this.prefixOf(turn, person, at, isFirst, clock);
    const bodies = turn.paragraphs.flatMap((paragraph) => {
      for (const sentence of paragraph.sentences) this.pieces.push({ sentence, person: turn.person, from });
      const between = ['ja', 'zh'].includes(person.language) ? '' : ' ';
      if (paragraph.lines)
        return paragraph.sentences.map((sentence, index) => ({ text: sentence.text, gap: index === 0 }));
      let text = paragraph.sentences.map((sentence) => sentence.text).join(between);
      if (plan.interruptions && random.chance(0.15)) text += this.interruption(turn.person, person.language);
      return [{ text, gap: true }];
    });
    if (style.own) {
      lines.push(prefix);
      if (plan.times === 'below') lines.push(clock);
      if (plan.gapParagraphs && random.chance(0.1)) lines.push('');
    }
    for (const [index, { text, gap }] of bodies.entries()) {
      if (index > 0 && gap && plan.gapParagraphs) lines.push('');
      const head = index === 0 && !style.own ? prefix : '';
      const tail = index === bodies.length - 1 ? (style.close ?? '') : '';
      const inner = style.close ? text.replaceAll('「', '『').replaceAll('」', '』') : text;
      this.writeWrapped(head, inner + tail, index > 0 || style.own === true, person.language);
    }
    if (style.behind) lines.push(style.behind(person));
    if (plan.interruptions && plan.gapTurns && random.chance(0.06))
      lines.push(
        random.pick(
          plan.page === 'ja' ? ['（笑）', '（拍手）', '（沈黙）'] : ['(laughter)', '[applause]', '(pause)'],
        ),
      );
  }

  private interruption(own: number, language: Person['language']): string {
    const { random } = this;
    const other = this.people[(own + 1) % this.speakers] as Person;
    if (language === 'ja')
      return random.pick([
        '（笑）',
        '（一同笑い）',
        `（${other.short}${other.isNamed ? '氏' : ''}：ええ）`,
        '（うなずく）',
      ]);
    return random.pick([' (laughter)', ' [laughs]', ` (${other.short}: Right.)`, ' [inaudible 00:12]']);
  }

  private writeWrapped(head: string, text: string, isLater: boolean, language: Person['language']): void {
    const { plan, lines } = this;
    const wide = language === 'ja' || language === 'zh';
    const indents = { none: '', first: wide ? '　' : '    ', hanging: '    ' };
    const isAlone = head.endsWith('\n');
    if (isAlone) lines.push(head.trimEnd());
    const whole = (isLater ? indents[plan.indent] : '') + (isAlone ? '' : head) + text;
    if (plan.wrap === 0) return void lines.push(whole);
    const hanging = plan.indent === 'hanging' ? '    ' : '';
    for (const [index, line] of wrapped(whole, plan.wrap, wide).entries())
      lines.push(index === 0 ? line : hanging + line);
  }

  /** What stands before the words of a turn, with the time and the slip of this text. */
  private prefixOf(turn: Turn, person: Person, at: number, isFirst: boolean, clock: string): string {
    const { plan, style } = this;
    let label = this.labelOf(turn.person, person, isFirst);
    const slips = at === this.slipAt;
    if (slips) label = slipped(label, person.short, plan.noise);
    if (plan.times === 'behind-round') label = `${label} (${clock})`;
    if (plan.times === 'behind-square') label = `${label} [${clock}]`;
    let prefix = style.write(label, at + 1, person);
    if (style.interview === 'dash' || style.interview === 'dash-only')
      prefix = this.interviewPrefix(turn.person, person);
    if (plan.times === 'behind') prefix = `${prefix}${plan.separator}${clock}`;
    if (plan.times === 'front') prefix = `${clock} ${prefix}`;
    if (plan.times === 'front-square') prefix = `[${clock}] ${prefix}`;
    if (plan.noise === 'time-sometimes' && plan.times === 'none' && at % 5 === 3) {
      const mark = style.mark ?? '';
      prefix = mark === '' ? `${prefix}   ${clock}` : prefix.replace(mark, ` (${clock})${mark}`);
    }
    if (slips && plan.noise === 'other-style-once')
      prefix = this.random.pick([`[${label}] `, `${label} - `, `${label}\n`]);
    else if (slips) prefix = slippedMark(prefix, plan.noise, style.mark ?? ':');
    if (plan.noise === 'unseen-characters' && at % 3 === 1) prefix = `\u200B${prefix}`;
    return prefix;
  }

  private interviewPrefix(index: number, person: Person): string {
    if (index === 0) return this.plan.page === 'ja' ? '――' : '— ';
    if (this.style.interview === 'dash-only') return '';
    return person.language === 'ja' ? `${person.short}　` : `${person.short}: `;
  }

  private labelOf(index: number, person: Person, isFirst: boolean): string {
    const { plan, style } = this;
    if (style.interview === 'lettered') return index === 0 ? 'Q' : 'A';
    const { short, courtesy, post, organisation } = person;
    const japanese = person.language === 'ja' || person.language === 'zh';
    const full =
      japanese && plan.form !== 'courtesy-full'
        ? person.full.replace(' ', index % 2 === 0 ? '' : ' ')
        : person.full;
    if (plan.style === 'hearing') {
      if (!person.isNamed) return 'The CHAIRMAN';
      const before = courtesy === '' ? 'Ms.' : courtesy.endsWith('.') ? courtesy : `${courtesy}.`;
      return `${before} ${short.toUpperCase()}`;
    }
    if (plan.style === 'minutes') {
      if (!person.isNamed) return short;
      const member = index === 0 ? '座長' : '委員';
      return plan.traps ? `${short}${member}` : `${member}（${person.full.replace(' ', '')}君）`;
    }
    if (!person.isNamed) return short;
    const withCourtesy = (name: string) =>
      courtesy === '' ? name : japanese ? `${name}${courtesy}` : `${courtesy} ${name}`;
    const round = (name: string) => (japanese ? `${name}（${organisation}）` : `${name} (${organisation})`);
    switch (plan.form) {
      case 'full':
        return full;
      case 'full-then-short':
        return isFirst ? full : short;
      case 'courtesy-short':
        return withCourtesy(short);
      case 'courtesy-full':
        return withCourtesy(full);
      case 'post':
        // Only the company's people go by their post.
        return japanese && index % 2 === 0 ? `${short}${post}` : short;
      case 'organisation-round':
        return round(full);
      case 'organisation-comma':
        return japanese ? `${full}、${organisation}` : `${full}, ${organisation}`;
      case 'organisation-before':
        return japanese ? `${organisation} ${short}` : `${organisation} ${full}`;
      case 'round-then-short':
        return isFirst ? round(withCourtesy(full)) : short;
      case 'comma-then-short':
        return isFirst ? `${full}${japanese ? '、' : ', '}${organisation}` : short;
      default:
        return short;
    }
  }

  private writeEnd(): void {
    const { plan, random, lines } = this;
    if (plan.remarks) {
      lines.push('');
      this.writePage('remark');
    }
    if (random.chance(0.1))
      lines.push(
        '',
        plan.page === 'ja' ? random.pick(['以上', '（了）']) : random.pick(['[End of transcript]', '(End)']),
      );
    lines.push('');
  }
}

/** Somebody has one turn alone. */
function isOnce(turns: readonly Turn[]): boolean {
  return turns.some(({ person }) => turns.filter((turn) => turn.person === person).length === 1);
}

/** Noises of one turn alone. */
const SLIPS: ReadonlySet<Noise> = new Set([
  'mark-slip',
  'mark-missing',
  'letter-slip',
  'other-case',
  'extra-blank',
  'missing-blank',
  'wide-colon-once',
  'kanji-variant',
  'other-style-once',
]);

function slipped(label: string, name: string, noise: Noise): string {
  switch (noise) {
    case 'letter-slip': {
      const at = Math.max(1, name.length - 3);
      const turned = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
      return label.replace(name, turned);
    }
    case 'other-case':
      return label === label.toUpperCase() ? label.toLowerCase() : label.toUpperCase();
    case 'kanji-variant':
      return [...label].map((character) => VARIANTS[character] ?? character).join('');
    default:
      return label;
  }
}

function slippedMark(prefix: string, noise: Noise, mark: string): string {
  const at = prefix.lastIndexOf(mark);
  const before = prefix.slice(0, at);
  if (at < 0) return prefix;
  switch (noise) {
    case 'mark-slip':
      return `${before}${[';', ' ,', '.', '；'][prefix.length % 4]} `;
    case 'mark-missing':
      return `${before} `;
    case 'extra-blank':
      return `${before} ${mark}  `;
    case 'missing-blank':
      return `${before}${mark}`;
    case 'wide-colon-once':
      return mark === '：' ? `${before}: ` : `${before}：`;
    default:
      return prefix;
  }
}

function clockOf(turn: number, kind: Plan['clock']): string {
  const seconds = 7 + turn * 47;
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (kind === 'japanese') return `${minutes}分${two(seconds % 60)}秒`;
  const short = `${two(minutes)}:${two(seconds % 60)}`;
  return kind === 'hours' ? `00:${short}` : short;
}

function wrapped(text: string, width: number, wide: boolean): string[] {
  if (wide) {
    const characters = [...text];
    const lines: string[] = [];
    for (let at = 0; at < characters.length; ) {
      let to = at + width;
      // No line begins with a mark that closes; words in katakana stay whole, so that sentences are found by them.
      while (
        to < characters.length &&
        /[、。」）』】]$|[ァ-ヶ]{2}$/u.test(characters.slice(to - 1, to + 1).join(''))
      )
        to++;
      lines.push(characters.slice(at, to).join(''));
      at = to;
    }
    return lines;
  }
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A text without blanks, in which markers are looked for. */
export function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Finds the lines of the sentences; a marker that is not there once alone is a fault of the generator. */
function locate(
  lines: readonly string[],
  pieces: readonly { sentence: Sentence; person: number | null; from: number }[],
): Meant[] {
  const starts: number[] = [];
  let all = '';
  for (const line of lines) {
    starts.push(all.length);
    all += squeezed(line);
  }
  return pieces.map(({ sentence: { text, marker }, person, from }) => {
    const first = starts[from - 1] ?? 0;
    const at = all.indexOf(marker, first);
    if (at < 0) throw new Error(`"${marker}" is not in the text: ${text}`);
    let line = from;
    while (line < starts.length && (starts[line] ?? 0) <= at) line++;
    return { marker, text, person, from, line };
  });
}

function kindsOf(plan: Plan, isNoisy: boolean, once: boolean): string[] {
  const is = (name: string, holds: boolean) => (holds ? [name] : []);
  return [
    `style:${plan.style}`,
    `language:${plan.language}`,
    `style-language:${plan.style}/${plan.language}`,
    `cast:${plan.cast}`,
    `form:${plan.form}`,
    `noise:${isNoisy ? plan.noise : 'none'}`,
    `times:${plan.times}`,
    `roster:${plan.roster}`,
    `gaps:${plan.gapTurns ? (plan.gapParagraphs ? 'paragraphs' : 'turns') : 'none'}`,
    `lines:${plan.wrap > 0 ? 'wrapped' : 'long'}`,
    `indent:${plan.indent}`,
    ...is('page:title', plan.title),
    ...is('page:intro', plan.intro),
    ...is('page:headings', plan.headings),
    ...is('page:furniture', plan.furniture),
    ...is('page:remarks', plan.remarks),
    ...is('words:interruptions', plan.interruptions),
    ...is('words:lists', plan.lists),
    ...is('words:traps', plan.traps),
    ...is('words:narration', plan.narration),
    ...is('words:one-speaks-once', once),
    ...is('file:crlf', plan.crlf),
  ];
}
