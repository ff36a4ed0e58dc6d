/** What a generated page says of its own. */
import type { Random } from '../oracle/random.ts';
import { squeezed } from './meant.ts';
import type { Person } from './people.ts';
import type { Plan } from './plan.ts';
import type { Sentence, Vocabulary } from './sentences.ts';
import { type Style, styleOf } from './styles.ts';
import { saidName } from './turns.ts';

/** What stands on the page around the turns. */
export class PageWriter {
  protected readonly lines: string[] = [];
  protected readonly pieces: { sentence: Sentence; person: number | null; from: number }[] = [];
  protected readonly style: Style;
  protected chapter = 0;
  protected mark: string | null = null;

  protected readonly random: Random;
  protected readonly plan: Plan;
  protected readonly people: readonly Person[];
  protected readonly speakers: number;
  protected readonly words: Vocabulary;

  constructor(random: Random, plan: Plan, people: readonly Person[], speakers: number, words: Vocabulary) {
    this.random = random;
    this.plan = plan;
    this.people = people;
    this.speakers = speakers;
    this.words = words;
    this.style = styleOf(plan.style);
  }

  protected writeTop(): void {
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
  protected writeCaption(one: Person): void {
    const from = this.lines.length + 1;
    this.expectHouse(one, from);
    if (one.language === 'ja' && this.plan.traps)
      this.lines.push(one.organisation, one.post, `${one.full} 氏`, '');
    else this.lines.push(one.full, one.post, one.organisation, '');
  }

  protected writeBetween(): void {
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

  protected writeEnd(): void {
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
