/** The groups of a recovery key as it is shown. */
export function groupsOf(recoveryKey: string): readonly string[] {
  return recoveryKey.split(/[^0-9A-Za-z]+/).filter(Boolean);
}

/** Digits as they are typed, full-width ones too, without what stands between them. */
export function plainGroup(typed: string): string {
  return typed.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');
}

/** Two groups to be asked for, in their order. */
export function twoOf(count: number, random: () => number = Math.random): readonly [number, number] {
  const first = Math.floor(random() * count);
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}
