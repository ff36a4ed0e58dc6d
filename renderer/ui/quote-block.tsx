import { Group, Text } from '@mantine/core';
import type { DragEvent, ReactNode } from 'react';
import classes from './quote-block.module.css';

export interface QuoteBlockProps {
  /** The words as they stand in the turn. */
  readonly quote: string;
  /** Language of the words, for fonts and line breaks; absent = the interface's. */
  readonly lang?: string | undefined;
  /** Who said it and where: badges, a link to the passage. */
  readonly source?: ReactNode | undefined;
  /** Buttons at the end of the source line. */
  readonly actions?: ReactNode | undefined;
  /** Lines shown before the rest is cut; absent = all. */
  readonly lineClamp?: number | undefined;
  readonly onOpen?: (() => void) | undefined;
  /** Present = the words can be dragged to where they are cited. */
  readonly onDragStart?: ((event: DragEvent) => void) | undefined;
}

/** Words somebody said, set apart from the office's own; opens its passage where `onOpen` is given. */
export function QuoteBlock({
  quote,
  lang,
  source,
  actions,
  lineClamp,
  onOpen,
  onDragStart,
}: QuoteBlockProps) {
  const text = (
    <Text component="div" size="sm" {...(lineClamp ? { lineClamp } : {})} className={classes.text}>
      {quote}
    </Text>
  );
  return (
    <figure className={classes.figure} draggable={onDragStart ? true : undefined} onDragStart={onDragStart}>
      <blockquote className={classes.quote} lang={lang}>
        {onOpen ? (
          <button type="button" className={classes.open} onClick={onOpen}>
            {text}
          </button>
        ) : (
          text
        )}
      </blockquote>
      {(source || actions) && (
        <figcaption className={classes.source}>
          <Group gap="xs" justify="space-between">
            <Group gap="xs">{source}</Group>
            {actions}
          </Group>
        </figcaption>
      )}
    </figure>
  );
}
