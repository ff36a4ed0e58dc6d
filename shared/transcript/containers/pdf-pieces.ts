/** A run of text as a page prints it; places in points from the corner where reading begins, downwards and rightwards. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand. */
  readonly base: number;
  readonly size: number;
  /** It stands in a column of vertical writing. */
  readonly vertical: boolean;
  /** The page ends a line before it. */
  readonly begins: boolean;
}

/** What pdf.js tells of a run of text. */
export interface PrintedItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
  readonly fontName: string;
}

/** The text of a page, taken apart by how it is written. */
export interface PagePieces {
  readonly pieces: readonly Piece[];
  /** Readings above or beside the words. */
  readonly ruby: readonly string[];
  /** Text that runs in another direction than the page's. */
  readonly turned: readonly string[];
  /** Characters that the fonts draw without saying which they are. */
  readonly unknown: number;
}

/** A page of a newspaper has fewer; readings are looked for among them. */
const MOST_PIECES = 15_000;

interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Degrees clockwise from left-to-right. */
  angle: number;
  /** The font itself is one for columns. */
  stacked: boolean;
  begins: boolean;
}

/** The pieces of a page in the order in which it prints them. */
export function piecesOf(
  items: readonly PrintedItem[],
  view: readonly number[],
  isStacked: (fontName: string) => boolean,
): PagePieces {
  const placed = placedOf(items, view, isStacked);
  const angle = mainAngle(placed);
  const upright = placed.map((one) => turnedBack(one, angle));
  const unknown = upright.reduce((sum, { text }) => sum + (text.match(/\ufffd/g)?.length ?? 0), 0);
  const columns = isVertical(upright);
  const isInPlace = ({ angle }: Placed) => angle === 0 || (columns && angle === 90);
  const inPlace = upright.filter(isInPlace);
  const turned = joinTurned(upright.filter((one) => !isInPlace(one)));
  const looked = inPlace.length > MOST_PIECES ? { base: inPlace, ruby: [] } : null;
  const { base, ruby } = looked ?? (columns ? withoutSideRuby(inPlace) : withoutRuby(inPlace));
  const pieces = base.map((one) => (columns || one.stacked ? ofColumn(one, columns) : ofLine(one)));
  return { pieces, ruby, turned, unknown };
}

function placedOf(
  items: readonly PrintedItem[],
  view: readonly number[],
  isStacked: (fontName: string) => boolean,
): Placed[] {
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  const placed: Placed[] = [];
  let begins = false;
  for (const { str, transform, width, height, hasEOL, fontName } of items) {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
    const stacked = isStacked(fontName);
    const turn = (Math.atan2(vb * a + vd * b, va * a + vc * b) * 180) / Math.PI;
    if (str !== '') {
      const size = Math.hypot(c, d) || Math.hypot(a, b) || 10;
      placed.push({
        text: lettersOf(str),
        x: va * e + vc * f + ve,
        y: vb * e + vd * f + vf,
        width: stacked ? height : width,
        size,
        angle: (Math.round(turn / 5) * 5 + 360) % 360,
        stacked,
        begins,
      });
      begins = false;
    }
    begins ||= hasEOL;
  }
  return placed;
}

/** Radicals that fonts of Japanese draw as the kanji they are, and which Unicode does not say to be alike. */
const RADICALS = '⺟⺠⻁⻄⻆⻑⻘⻝⻤⻨⻩⻫⻭⻯⻲';
const KANJI_OF_RADICALS = '母民虎西角長青食鬼麦黄斉歯竜亀';

/** Letters for what a font draws in their place: ligatures, radicals; `�` for what it does not name. */
function lettersOf(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\u2f00-\u2fd5]/g, (one) => one.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (one) => KANJI_OF_RADICALS[RADICALS.indexOf(one)] ?? one)
    .replace(/[\u0000-\u0008\u000e-\u001f\ue000-\uf8ff]/g, '\ufffd');
}

/** The direction in which most of a page's letters run, of the four along its edges. */
function mainAngle(placed: readonly Placed[]): number {
  const counts = new Map<number, number>();
  for (const { angle, text } of placed)
    if (angle % 90 === 0) counts.set(angle, (counts.get(angle) ?? 0) + text.length);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

function turnedBack(one: Placed, angle: number): Placed {
  if (angle === 0) return one;
  const { x, y } = one;
  const place = angle === 90 ? { x: y, y: -x } : angle === 180 ? { x: -x, y: -y } : { x: -y, y: x };
  return { ...one, ...place, angle: (one.angle - angle + 360) % 360 };
}

/**
 * Whether a page is written in columns by a font for lines: character by character, each under the one before instead of
 * beside it.
 */
function isVertical(placed: readonly Placed[]): boolean {
  let below = 0;
  let beside = 0;
  for (const [index, one] of placed.entries()) {
    const before = placed[index - 1];
    if (!before || one.stacked || before.stacked || one.angle !== 0 || before.angle !== 0) continue;
    const { size } = one;
    const step = one.y - before.y;
    if (Math.abs(one.x - before.x) < 0.35 * size && step > 0.6 * size && step < 1.7 * size) {
      // A line of one or two characters may stand under another anywhere.
      if ([...before.text].length <= 2) below++;
    } else if (Math.abs(step) < 0.3 * size && one.x - before.x - before.width < size) beside++;
    beside += Math.max(0, [...one.text.trim()].length - 4);
  }
  return below >= 8 && below > beside;
}

/** Watermarks and notes at the edge, with what stands in one line put together. */
function joinTurned(turned: readonly Placed[]): string[] {
  const lines: string[] = [];
  let before: Placed | null = null;
  for (const one of turned) {
    if (before && !one.begins && before.angle === one.angle) lines.push(`${lines.pop() ?? ''}${one.text}`);
    else lines.push(one.text);
    before = one;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function ofLine({ text, x, y, width, size, begins }: Placed): Piece {
  return { text, left: x, right: x + width, base: y, size, vertical: false, begins };
}

/** As if all text ran from left to right and down the page: the "down" of columns is leftwards. */
function ofColumn(one: Placed, isSet: boolean): Piece {
  const { text, x, y, width, size, begins } = one;
  const common = { text: uprightMarks(text), size, vertical: true };
  if (one.stacked) return { ...common, left: y, right: y + width, base: -x, begins };
  if (one.angle === 90)
    return { ...common, left: y, right: y + width, base: -(x + 0.3 * size), begins: begins && !isSet };
  // The middle of the column tells it: numbers set across it are narrower, or wider, than it is.
  const top = y - 0.88 * size;
  return { ...common, left: top, right: top + size, base: -(x + width / 2), begins: false };
}

/** Punctuation as fonts turn it for columns, and as people write it. */
const TURNED = '︐︑︒︓︔︕︖︙︰︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈';
const WRITTEN = '，、。：；！？…‥—–（）｛｝〔〕【】《》〈〉「」『』［］';

function uprightMarks(text: string): string {
  return text.replace(/[\ufe10-\ufe48]/g, (one) => WRITTEN[TURNED.indexOf(one)] ?? one);
}

const READING = /^[\u3041-\u3096\u30a1-\u30fa\u30fc\u30fb\ufffd\s]+$/;
const KANJI = /[\u3005\p{Script=Han}]/u;
/** A reading is at most this much of its words' size. */
const SMALL = 0.66;

interface WithoutRuby {
  readonly base: readonly Placed[];
  readonly ruby: readonly string[];
}

/** Kana right above kanji: smaller, or as large where the kanji were set apart to make room for them. */
function withoutRuby(placed: readonly Placed[]): WithoutRuby {
  const rows = rowsOf(placed);
  const readings = new Set<Placed>();
  const paddings = new Set<Placed>();
  for (const [index, one] of placed.entries()) {
    if (!READING.test(one.text) || one.text.trim() === '') continue;
    const below = rows(one.y + 0.3 * one.size, one.y + 3 * one.size);
    if (isAmongWords(one, rows(one.y - 1.5, one.y + 1.5))) continue;
    const words = below.find((other) => isReadingOf(one, other, below));
    if (!words) continue;
    readings.add(one);
    for (const other of below)
      if (other.text.trim() === '' && other.x >= words.x && other.x < one.x + one.width + 0.3 * words.size)
        paddings.add(other);
    for (const blank of [placed[index - 1], placed[index + 1]])
      if (blank && blank.text.trim() === '' && Math.abs(blank.y - one.y) < 0.1 * one.size)
        readings.add(blank);
  }
  return divided(placed, readings, paddings);
}

/** Kana with other letters as large beside them are words. */
function isAmongWords(one: Placed, row: readonly Placed[]): boolean {
  const reach = 6 * one.size;
  return row.some(
    ({ text, size, x, width }) =>
      text.trim() !== '' &&
      !READING.test(text) &&
      Math.abs(size - one.size) < 0.1 * one.size &&
      x < one.x + one.width + reach &&
      x + width > one.x - reach,
  );
}

function isReadingOf(one: Placed, other: Placed, below: readonly Placed[]): boolean {
  if (other.x > one.x + one.width + other.size || other.x + other.width < one.x - other.size) return false;
  const distance = (other.y - one.y) / other.size;
  const covered = charactersUnder(one, other);
  if (!KANJI.test(covered)) return false;
  if (one.size <= SMALL * other.size) return distance > 0.6 && distance < 1.5;
  if (Math.abs(one.size - other.size) > 0.2 * other.size || distance > 1.6) return false;
  const all = [...other.text.trim()];
  const end = other.x + other.width;
  const next = Math.min(
    ...below
      .filter(
        ({ x, y, text }) => Math.abs(y - other.y) < 1 && x > end - 0.2 * other.size && text.trim() !== '',
      )
      .map(({ x }) => x),
  );
  // As large as the words: only where these are kanji alone, narrower than it, and what follows makes room for it.
  return (
    all.every((character) => KANJI.test(character)) &&
    one.width > other.width + 0.2 * other.size &&
    [...one.text.trim()].length <= all.length * 4 &&
    Math.abs(one.x - other.x) < 0.6 * other.size + Math.abs(one.width - other.width) / 2 &&
    next >= one.x + one.width - 0.4 * other.size &&
    Number.isFinite(next)
  );
}

/** The characters of a line that something stands over. */
function charactersUnder(one: Placed, other: Placed): string {
  const characters = [...other.text];
  const each = other.width / Math.max(1, characters.length);
  return characters
    .filter((_, index) => {
      const middle = other.x + (index + 0.5) * each;
      return middle > one.x - 0.3 * other.size && middle < one.x + one.width + 0.3 * other.size;
    })
    .join('');
}

/** Small kana right of a column. */
function withoutSideRuby(placed: readonly Placed[]): WithoutRuby {
  const sizes = placed.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const large = placed.filter(({ size, text }) => size > SMALL * usual && text.trim() !== '');
  const readings = new Set<Placed>();
  for (const one of placed) {
    if (one.size > SMALL * usual || !READING.test(one.text) || one.text.trim() === '') continue;
    const isBeside = large.some(
      (other) =>
        one.size <= SMALL * other.size &&
        Math.abs(one.x - other.x - other.width) < 0.7 * other.size &&
        one.y > other.y - 1.6 * other.size &&
        one.y < other.y + 0.9 * other.size,
    );
    if (isBeside) readings.add(one);
  }
  return divided(placed, readings, new Set());
}

function divided(
  placed: readonly Placed[],
  readings: ReadonlySet<Placed>,
  paddings: ReadonlySet<Placed>,
): WithoutRuby {
  if (readings.size === 0) return { base: placed, ruby: [] };
  const ruby: string[] = [];
  const base: Placed[] = [];
  let before: Placed | null = null;
  for (const one of placed) {
    if (!readings.has(one)) {
      // The line goes on under its readings, so that what they end does not end it.
      if (!paddings.has(one)) base.push(before && readings.has(before) ? { ...one, begins: false } : one);
    } else if (one.text.trim() === '' && ruby.length > 0) {
      if (one.width > 2 * one.size) ruby.push('');
    } else if (before && readings.has(before) && isNextTo(before, one))
      ruby.push(`${ruby.pop() ?? ''}${one.text.trim()}`);
    else ruby.push(one.text.trim());
    before = one;
  }
  return { base, ruby: ruby.filter((text) => text !== '') };
}

function isNextTo(before: Placed, one: Placed): boolean {
  const near = 1.3 * one.size;
  const beside =
    Math.abs(one.y - before.y) < 0.3 * one.size && Math.abs(one.x - before.x - before.width) < near;
  return beside || (Math.abs(one.x - before.x) < 0.3 * one.size && Math.abs(one.y - before.y) < near);
}

/** Finds the pieces between two heights. */
function rowsOf(placed: readonly Placed[]): (from: number, to: number) => Placed[] {
  const step = 10;
  const rows = new Map<number, Placed[]>();
  for (const one of placed) {
    const at = Math.floor(one.y / step);
    const row = rows.get(at);
    if (row) row.push(one);
    else rows.set(at, [one]);
  }
  return (from, to) => {
    const found: Placed[] = [];
    const last = Math.min(Math.floor(to / step), Math.floor(from / step) + 100);
    for (let at = Math.floor(from / step); at <= last; at++)
      for (const one of rows.get(at) ?? []) if (one.y > from && one.y < to) found.push(one);
    return found;
  };
}
