import { Mark } from '@mantine/core';
import type { TextRange } from '#shared/anchor/text-range.ts';

/** Text with its hits marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextRange[] }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), <Mark key={start}>{text.slice(start, end)}</Mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
