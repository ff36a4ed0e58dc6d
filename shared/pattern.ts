import escapeStringRegexp from 'escape-string-regexp';

/** Part of a regular expression. A RegExp is one, without its flags. */
export interface Part {
  readonly source: string;
}

/**
 * A part out of a template. Text put into it stands for itself, whatever characters it holds; another part keeps its
 * meaning. The one way in which data (a name, a query, a term) comes into a regular expression.
 *
 * @example pattern(part`(?<!${LETTER})${name}(?!${LETTER})`, 'gu')
 */
export function part(fixed: TemplateStringsArray, ...put: readonly (string | number | Part)[]): Part {
  const source = fixed.raw.map((text, at) => text + (at < put.length ? sourceOf(put[at] ?? '') : ''));
  return { source: source.join('') };
}

/** Parts or texts one behind the other, with `between` them. */
export function partsJoined(parts: readonly (string | Part)[], between: Part = NOTHING): Part {
  return { source: parts.map(sourceOf).join(between.source) };
}

/** One of the parts or texts: the first that fits. */
export function oneOf(parts: readonly (string | Part)[]): Part {
  return partsJoined(parts, OR);
}

/** The regular expression that a part stands for. */
export function pattern({ source }: Part, flags: string): RegExp {
  return new RegExp(source, flags);
}

const NOTHING: Part = { source: '' };
const OR: Part = { source: '|' };

function sourceOf(put: string | number | Part): string {
  return typeof put === 'object' ? put.source : escapeStringRegexp(String(put));
}
