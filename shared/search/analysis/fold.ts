/** Text as analysis sees it, and where each unit of it stands in the text as stored. */
export interface Folded {
  readonly text: string;
  /** Start in the original of the folded unit at `index`, UTF-16; `startAt(text.length)` is the original's length. */
  startAt(index: number): number;
  /** End in the original of the folded unit at `index`. */
  endAt(index: number): number;
}

/**
 * Folds width (NFKC: ＡＢＣ, ｶﾅ), case, and the several shapes of apostrophe and hyphen. Storage is never touched
 * (DESIGN law 4); the positions lead back to it. Folding goes cluster by cluster, so that it does not depend on
 * where a text was cut.
 */
export function fold(original: string): Folded {
  const quick = foldUnits(original);
  // Most text only changes case: unit n of the one is unit n of the other.
  if (isCanonical(original) && quick.length === original.length) {
    return {
      text: quick,
      startAt: (index) => Math.min(index, original.length),
      endAt: (index) => Math.min(index + 1, original.length),
    };
  }
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const cluster of original.matchAll(CLUSTER)) {
    const folded = foldUnits(cluster[0].normalize('NFKC'));
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(cluster.index);
      ends.push(cluster.index + cluster[0].length);
    }
  }
  return {
    text,
    startAt: (index) => starts[index] ?? original.length,
    endAt: (index) => ends[index] ?? original.length,
  };
}

/** The folded text alone. */
export function foldText(original: string): string {
  return fold(original).text;
}

/** A character with the marks that belong to it; half-width kana carry their voicing as a character of its own. */
const CLUSTER = /[\s\S][\p{M}\uFF9E\uFF9F]*/gu;

function isCanonical(text: string): boolean {
  return ASCII.test(text) || text.normalize('NFKC') === text;
}
const ASCII = /^[\x00-\x7F]*$/;

function foldUnits(text: string): string {
  const lower = text.toLowerCase();
  return SHAPES.test(lower) ? lower.replace(SHAPE, (shape) => SHAPE_OF[shape] ?? shape) : lower;
}

const SHAPE_OF: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  // Lower-casing picks the final sigma by its neighbours; one shape for both keeps words findable.
  ς: 'σ',
};
const SHAPES = /[‘’‛ʼ“”‐‑‒–—−ς]/;
const SHAPE = /[‘’‛ʼ“”‐‑‒–—−ς]/g;
