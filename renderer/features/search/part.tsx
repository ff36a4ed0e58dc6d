import type { ComponentProps } from 'react';

/**
 * A part of the grid of results, by its `role`. No HTML table: a row is a small page of its own, and rows stand in
 * groups that fold.
 */
export function Part(props: ComponentProps<'div'>) {
  return <div {...props} />;
}
