import type { Category } from '#shared/model/issue.ts';

/** The colour of a category as a CSS value; the theme defines the variables for both schemes. */
export function categoryColor(category: Category): string {
  return `var(--hearken-category-${category})`;
}

/** Drawn and blank lengths in pixels, over and over: what tells the categories apart without their colours. */
const PATTERNS: Readonly<Record<Category, readonly number[]>> = {
  general: [1, 0],
  'customers-communities': [9, 3],
  'supply-chain': [2, 2],
  employees: [9, 2, 2, 2],
};

/** A category's line as a CSS image, running to the right or to the bottom. */
export function categoryLine(category: Category, to: 'right' | 'bottom'): string {
  const color = categoryColor(category);
  const pattern = PATTERNS[category];
  if (pattern.length === 2 && pattern[1] === 0) return `linear-gradient(${color}, ${color})`;
  let at = 0;
  const stops = pattern.map((length, index) => {
    const from = at;
    at += length;
    return `${index % 2 === 0 ? color : 'transparent'} ${from}px ${at}px`;
  });
  return `repeating-linear-gradient(to ${to}, ${stops.join(', ')})`;
}
