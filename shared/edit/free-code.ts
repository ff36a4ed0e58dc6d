/**
 * A code that nothing has yet, out of the first words of an English name; where the name has no Latin letters or
 * digits, out of the fallback. A code that is taken gets a number.
 */
export function freeCode(
  taken: ReadonlySet<string>,
  name: string,
  { fallback, prefix = '' }: { fallback: string; prefix?: string },
): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const wish = prefix + (words ?? [fallback]).slice(0, 5).join('-');
  if (!taken.has(wish)) return wish;
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`;
}
