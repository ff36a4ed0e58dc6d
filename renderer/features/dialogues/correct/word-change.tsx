import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { mapTexts } from '#shared/anchor/text-map.ts';
import classes from './correct.module.css';

/** Characters that stay the same and are shown on either side of a change. */
const AROUND = 48;

/** Letters in a row that must be the same to be shown as the same between two changes. */
const LANDMARK = 4;

/** What changed between two texts, the words taken out struck through and those put in underlined. */
export function WordChange({
  before,
  after,
  lang,
}: {
  before: string;
  after: string;
  lang: string | undefined;
}) {
  const pieces = useMemo(() => piecesOf(before, after), [before, after]);
  return (
    <Text size="sm" component="div" lang={lang} className={classes.words}>
      {pieces.map(({ kind, key, text }) =>
        kind === 'same' ? (
          <span key={key}>{text}</span>
        ) : kind === 'out' ? (
          <del key={key} className={classes.out}>
            {text}
          </del>
        ) : (
          <ins key={key} className={classes.in}>
            {text}
          </ins>
        ),
      )}
    </Text>
  );
}

interface Piece {
  readonly kind: 'same' | 'out' | 'in';
  readonly key: string;
  readonly text: string;
}

function piecesOf(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  const { runs } = mapTexts(before, after);
  let from = 0;
  let to = 0;
  const add = (kind: Piece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, key: `${kind}${from}-${to}`, text });
  };
  for (const [index, run] of runs.entries()) {
    // A few letters between two changes are no landmark: they read better as a part of what changed.
    const between = index > 0 && index < runs.length - 1;
    if (between && before.slice(run.from, run.from + run.length).trim().length < LANDMARK) continue;
    add('out', before.slice(from, run.from));
    add('in', after.slice(to, run.to));
    from = run.from + run.length;
    to = run.to + run.length;
    const words = before.slice(run.from, from);
    const first = run.from === 0;
    const last = from === before.length;
    add('same', shortened(words, first, last));
  }
  add('out', before.slice(from));
  add('in', after.slice(to));
  return pieces;
}

/** Words between two changes without their middle, where that is long. */
function shortened(words: string, first: boolean, last: boolean): string {
  if (first && last) return `${words.slice(0, AROUND * 2)}${words.length > AROUND * 2 ? ' …' : ''}`;
  const head = first ? 0 : AROUND;
  const tail = last ? 0 : AROUND;
  if (words.length <= head + tail + AROUND) return words;
  return `${words.slice(0, head)} … ${tail > 0 ? words.slice(-tail) : ''}`;
}
