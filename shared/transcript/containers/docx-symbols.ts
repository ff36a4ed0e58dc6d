/** Characters of Symbol and Wingdings that mean the same in any font. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0A7: '▪',
  F0A8: '◻',
  F0B7: '•',
  F06F: '□',
  F06E: '■',
  F06C: '●',
  F0D8: '➢',
  F0E0: '→',
  F0DF: '←',
  F0E1: '↑',
  F0E2: '↓',
  F0FC: '✓',
  F0FB: '✗',
  F0FE: '☑',
  F0B0: '°',
  F0B1: '±',
  F0B3: '≥',
  F0A3: '≤',
  F0AE: '→',
};

/** A character of a font of symbols, by its hexadecimal code; null = it means what only the font shows, '' = nothing. */
export function symbol(code: string): string | null {
  const point = Number.parseInt(code, 16);
  if (SYMBOLS[code] !== undefined) return SYMBOLS[code];
  if (point >= 0xf000 && point <= 0xf0ff) return null;
  return point >= 0x20 && point < 0xe000 ? String.fromCharCode(point) : '';
}
