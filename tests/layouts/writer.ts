import { labelOf } from './labels.ts';
import { type GeneratedText, locate } from './meant.ts';
import { PageWriter } from './page-writer.ts';
import type { Person } from './people.ts';
import { kindsOf, SLIPS } from './plan.ts';
import { clockOf, slipped, slippedMark, VARIANTS, wrapped } from './slips.ts';
import { isOnce, type Turn } from './turns.ts';

/** Writes the turns of a generated text onto its page. */
export class Writer extends PageWriter {
  private readonly spoken = new Set<number>();
  private slipAt = -1;

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
    let label = labelOf(plan, turn.person, person, isFirst);
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
}
