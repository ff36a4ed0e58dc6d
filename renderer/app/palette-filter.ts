/** What the palette can offer, with every word by which it may be looked for. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  /** Other words for it, e.g. the same label in the other language. */
  readonly keywords: readonly string[];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The offers that hold every word of the query in their label or keywords; those whose label begins with the query
 * come first, then those whose label holds it, then the rest, each in the given order.
 */
export function filterOffers<T extends Offer>(query: string, offers: readonly T[]): T[] {
  const whole = fold(query).trim();
  if (whole === '') return [...offers];
  const words = whole.split(/\s+/);
  return offers
    .map((offer, index) => {
      const label = fold(offer.label);
      const text = [label, ...offer.keywords.map(fold)].join('\n');
      if (!words.every((word) => text.includes(word))) return null;
      return { offer, index, rank: label.startsWith(whole) ? 0 : label.includes(whole) ? 1 : 2 };
    })
    .filter((found) => found !== null)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ offer }) => offer);
}
