/** What a typist does to a label, to the mark behind it, and to long lines. */
import type { Noise, Plan } from './plan.ts';

/** A kanji and its other shape. */
export const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  邊: '辺',
  黑: '黒',
  澤: '沢',
  齋: '斎',
  沢: '澤',
  浜: '濱',
  々: '々',
};

export function slipped(label: string, name: string, noise: Noise): string {
  switch (noise) {
    case 'letter-slip': {
      const at = Math.max(1, name.length - 3);
      const turned = name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
      return label.replace(name, turned);
    }
    case 'other-case':
      return label === label.toUpperCase() ? label.toLowerCase() : label.toUpperCase();
    case 'kanji-variant':
      return [...label].map((character) => VARIANTS[character] ?? character).join('');
    default:
      return label;
  }
}

export function slippedMark(prefix: string, noise: Noise, mark: string): string {
  const at = prefix.lastIndexOf(mark);
  const before = prefix.slice(0, at);
  if (at < 0) return prefix;
  switch (noise) {
    case 'mark-slip':
      return `${before}${[';', ' ,', '.', '；'][prefix.length % 4]} `;
    case 'mark-missing':
      return `${before} `;
    case 'extra-blank':
      return `${before} ${mark}  `;
    case 'missing-blank':
      return `${before}${mark}`;
    case 'wide-colon-once':
      return mark === '：' ? `${before}: ` : `${before}：`;
    default:
      return prefix;
  }
}

export function clockOf(turn: number, kind: Plan['clock']): string {
  const seconds = 7 + turn * 47;
  const two = (part: number) => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (kind === 'japanese') return `${minutes}分${two(seconds % 60)}秒`;
  const short = `${two(minutes)}:${two(seconds % 60)}`;
  return kind === 'hours' ? `00:${short}` : short;
}

export function wrapped(text: string, width: number, wide: boolean): string[] {
  if (wide) {
    const characters = [...text];
    const lines: string[] = [];
    for (let at = 0; at < characters.length; ) {
      let to = at + width;
      // No line begins with a mark that closes; words in katakana stay whole, so that sentences are found by them.
      while (
        to < characters.length &&
        /[、。」）』】]$|[ァ-ヶ]{2}$/u.test(characters.slice(to - 1, to + 1).join(''))
      )
        to++;
      lines.push(characters.slice(at, to).join(''));
      at = to;
    }
    return lines;
  }
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
