import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { splitOverlaps } from '#shared/anchor/anchor.ts';
import type { Marked } from '#shared/coding/differences.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './coders.module.css';

/** A turn's words with one coder's marks: those of the difference filled and framed, the others underlined. */
export function MarkedTurn({
  text,
  language,
  marks,
  own,
  span,
  issues,
}: {
  text: string;
  language: string;
  /** All of the coder's marks in the turn. */
  marks: readonly Marked[];
  /** Those that the difference is about. */
  own: readonly Marked[];
  /** The words that the difference is about, of both coders: where the text is scrolled to. */
  span: { readonly start: number; readonly end: number };
  issues: ReadonlyMap<Id, Issue>;
}) {
  const { local } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => {
    const drawn = marks
      // Where the text no longer holds the words there is nothing to mark.
      .filter(({ passage }) => passage.state === 'anchored')
      .map(({ coding, passage }) => ({ start: passage.start, end: passage.end, coding }));
    const about = { start: span.start, end: Math.min(span.end, text.length), coding: null };
    return splitOverlaps(text.length, [...drawn, about]);
  }, [text, marks, span]);
  const ownIds = useMemo(() => new Set(own.map(({ coding }) => coding.id)), [own]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled when another place is shown, not at each coding
  useEffect(() => {
    const box = frame.current;
    const place = box?.querySelector('[data-about]');
    if (box && place instanceof HTMLElement) box.scrollTop = Math.max(0, place.offsetTop - 48);
  }, [text, span.start]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={frame} className={classes.text} lang={language || undefined} tabIndex={0}>
      {segments.map(({ start, end, marks: over }) => {
        const codings = over.flatMap(({ coding }) => coding ?? []);
        const mine = codings.filter(({ id }) => ownIds.has(id));
        const shown = mine[0] ?? codings[0];
        const category = shown && issues.get(shown.issueId)?.category;
        const names = codings.map(({ issueId }) => local(issues.get(issueId)?.name)).join(', ');
        const colour = category ? `var(--hearken-category-${category})` : undefined;
        return (
          <span
            key={start}
            className={classes.segment}
            data-about={over.some(({ coding }) => coding === null) || undefined}
            data-mark={mine.length > 0 ? 'own' : codings.length > 0 ? 'other' : undefined}
            data-rejected={(shown && shown.reconciled === 'rejected') || undefined}
            title={names || undefined}
            style={colour ? ({ '--mark': colour } as CSSProperties) : undefined}
          >
            {text.slice(start, end)}
          </span>
        );
      })}
    </div>
  );
}
