/** Gives the focus to what an element stands in, so that the next key goes on from there and the focus is not lost. */
export function focusAround(element: HTMLElement): void {
  const around = element.parentElement?.closest<HTMLElement>('[tabindex]');
  if (around) around.focus({ preventScroll: true });
  else element.blur();
}
