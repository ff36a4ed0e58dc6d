import { type Attributes, walkXml } from './walk-xml.ts';

/** The members of a document's zip, by path. */
export type Members = ReadonlyMap<string, Uint8Array>;

/** What a part of a package refers to. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, which both dialects of the standard share. */
  readonly type: string;
  /** Inside of the package. */
  readonly path: string;
}

/** What the part at `path` refers to inside of the package ('' = the package itself); what lies outside is left out. */
export function relationsOf(name: string, members: Members, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const content = members.get(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!content) return relations;
  walkXml(name, content, 'docx-broken', {
    open(tag, attributes) {
      if (tag !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type') ?? '';
      relations.push({
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolved(attributes.get('Target') ?? '', folder),
      });
    },
  });
  return relations;
}

function resolved(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

/** How words look, as far as it says what they are; undefined = as what it is based on says. */
export interface Look {
  bold?: boolean;
  struck?: boolean;
  /** Struck out by two lines. */
  struckTwice?: boolean;
  hidden?: boolean;
}

/** A list that a paragraph belongs to; `id` 0 = none. */
export interface ListPlace {
  id?: string;
  level?: number;
}

/** A style with all that it is based on. */
export interface Style extends Look {
  /** 1 = the title's; 0 = no heading. */
  readonly heading: number;
  readonly list: ListPlace;
}

/** An attribute `val` that is on unless it says otherwise. */
export function isOn(attributes: Attributes): boolean {
  return !/^(0|false|off|none)$/.test(attributes.get('val') ?? '1');
}

/** What an element inside of the properties of a run says of its look. */
export function look(into: Look, tag: string, attributes: Attributes): void {
  if (tag === 'b') into.bold = isOn(attributes);
  else if (tag === 'strike') into.struck = isOn(attributes);
  else if (tag === 'dstrike') into.struckTwice = isOn(attributes);
  else if (tag === 'vanish') into.hidden = isOn(attributes);
}

/** Of a look what is said. */
export function lookOf({ bold, struck, struckTwice, hidden }: Look): Look {
  return {
    ...(bold !== undefined && { bold }),
    ...(struck !== undefined && { struck }),
    ...(struckTwice !== undefined && { struckTwice }),
    ...(hidden !== undefined && { hidden }),
  };
}

const NO_STYLE: Style = { heading: 0, list: {} };
/** Styles are based on styles; a file can make a circle of them. */
const LONGEST_CHAIN = 20;

interface RawStyle extends Look {
  name: string;
  readonly id: string;
  base: string;
  heading: number;
  readonly list: ListPlace;
}

/** The styles of a document by their ids. */
export class Styles {
  readonly #raw = new Map<string, RawStyle>();
  readonly #whole = new Map<string, Style>();

  constructor(name: string, content: Uint8Array | undefined) {
    if (!content) return;
    let style: RawStyle | null = null;
    const open: string[] = [];
    walkXml(name, content, 'docx-broken', {
      open: (tag, attributes) => {
        const value = attributes.get('val') ?? '';
        open.push(tag);
        if (tag === 'style') {
          const id = attributes.get('styleId') ?? '';
          style = { id, name: '', base: '', heading: 0, list: {} };
          this.#raw.set(id, style);
        }
        if (!style) return;
        if (tag === 'name') style.name = value;
        else if (tag === 'basedOn') style.base = value;
        else if (tag === 'outlineLvl' && Number(value) < 9) style.heading = Number(value) + 2;
        else if (tag === 'numId') style.list.id = value;
        else if (tag === 'ilvl') style.list.level = Number(value) || 0;
        // Styles of tables say how their first rows look; that is not looked at.
        else if (open.at(-2) === 'rPr' && open.at(-3) === 'style') look(style, tag, attributes);
      },
      close: (tag) => {
        open.pop();
        if (tag === 'style') style = null;
      },
    });
  }

  of(id: string): Style {
    const known = this.#whole.get(id);
    if (known) return known;
    const chain: RawStyle[] = [];
    for (let one = this.#raw.get(id); one && chain.length < LONGEST_CHAIN; one = this.#raw.get(one.base))
      chain.push(one);
    const style = chain.reduceRight<Style>((base, one) => merged(base, one), {
      ...NO_STYLE,
      heading: headingOf(id, id),
    });
    this.#whole.set(id, style);
    return style;
  }
}

function merged(base: Style, one: RawStyle): Style {
  const heading = headingOf(one.name, one.id) || one.heading || base.heading;
  return { ...base, ...lookOf(one), heading, list: { ...base.list, ...one.list } };
}

/** 1 for the title's style, one more than its number for a heading's; 0 for text. Word's names stay English inside. */
function headingOf(name: string, id: string): number {
  if (/^title$/i.test(name) || /^title$/i.test(id)) return 1;
  const number = /^(?:heading|見出し)\s*(\d)/i.exec(name) ?? /^heading(\d)$/i.exec(id);
  return number ? Number(number[1]) + 1 : 0;
}

interface Level {
  format: string;
  text: string;
  start: number;
}

/** Numbers that Word puts in front of paragraphs by itself; they are no words of the file. */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #lists = new Map<string, { abstract: string; readonly restarts: Map<number, number> }>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(name: string, content: Uint8Array | undefined) {
    if (!content) return;
    let levels: Map<number, Level> | null = null;
    let list: { abstract: string; readonly restarts: Map<number, number> } | null = null;
    let level: Level | null = null;
    let at = 0;
    walkXml(name, content, 'docx-broken', {
      open: (tag, attributes) => {
        const value = attributes.get('val') ?? '';
        if (tag === 'abstractNum') {
          levels = new Map();
          this.#levels.set(attributes.get('abstractNumId') ?? '', levels);
        } else if (tag === 'num') {
          list = { abstract: '', restarts: new Map() };
          this.#lists.set(attributes.get('numId') ?? '', list);
        } else if (tag === 'abstractNumId' && list) list.abstract = value;
        else if (tag === 'lvlOverride') at = Number(attributes.get('ilvl')) || 0;
        else if (tag === 'startOverride') list?.restarts.set(at, Number(value) || 1);
        else if (tag === 'lvl') {
          level = { format: 'decimal', text: '', start: 1 };
          if (!list) levels?.set(Number(attributes.get('ilvl')) || 0, level);
        } else if (level && tag === 'numFmt') level.format = value;
        else if (level && tag === 'lvlText') level.text = value;
        else if (level && tag === 'start') level.start = Number(value) || 0;
      },
      close: (tag) => {
        if (tag === 'lvl') level = null;
        else if (tag === 'num') list = null;
        else if (tag === 'abstractNum') levels = null;
      },
    });
  }

  /** The mark of the next paragraph of a list: `•`, `3.`, `2.1`; null where the list has none. */
  next(id: string, depth: number): string | null {
    const list = this.#lists.get(id);
    const levels = list && this.#levels.get(list.abstract);
    // A list that the file does not describe: all that is known is that it is one.
    if (!list || !levels) return '•';
    const level = levels.get(depth);
    if (!level) return '•';
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      for (const [at, start] of list.restarts) counters[at] = start - 1;
    }
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    counters.length = depth + 1;
    if (level.format === 'bullet') return '•';
    if (level.format === 'none') return null;
    const mark = level.text.replace(/%([1-9])/g, (_, number: string) => {
      const one = levels.get(Number(number) - 1);
      return inFormat(counters[Number(number) - 1] ?? one?.start ?? 1, one?.format ?? 'decimal');
    });
    return mark.trim() === '' ? null : mark.trim();
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const KANJI = '〇一二三四五六七八九';

function inFormat(value: number, format: string): string {
  if (value < 1 || value > 3_000) return String(value);
  switch (format) {
    case 'lowerLetter':
      return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
    case 'upperLetter':
      return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'aiueo':
    case 'aiueoFullWidth':
      return AIUEO[(value - 1) % AIUEO.length] ?? String(value);
    case 'japaneseCounting':
    case 'japaneseDigitalTenThousand':
    case 'ideographDigital':
      return kanji(value);
    default:
      return String(value);
  }
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}

function kanji(value: number): string {
  if (value > 99) return [...String(value)].map((digit) => KANJI[Number(digit)]).join('');
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : KANJI[tens]}十`;
  return `${ten}${units === 0 ? '' : KANJI[units]}`;
}
