/**
 * The focus is never lost with what had it: where a row is removed or a view is left, it goes to what stands nearest, so
 * that the next key acts there and a screen reader goes on from there. Views that know better move it themselves.
 */

/** What had the focus, from the inside outwards: each element, and which child of its parent it was. */
let trail: readonly { readonly element: Element; readonly index: number }[] = [];

const FOCUSABLE =
  ':is(a[href], button, input, select, textarea, [tabindex="0"]):not([disabled], [tabindex="-1"])';

/** Begins to watch. Called once. */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) trail = trailOf(target);
  });
  new MutationObserver(() => {
    if (document.activeElement === document.body && trail[0] && !trail[0].element.isConnected) moveOn();
  }).observe(document.documentElement, { childList: true, subtree: true });
}

function trailOf(target: Element): typeof trail {
  const steps: { element: Element; index: number }[] = [];
  for (let at: Element | null = target; at; at = at.parentElement)
    steps.push({ element: at, index: at.parentElement ? [...at.parentElement.children].indexOf(at) : 0 });
  return steps;
}

function moveOn(): void {
  const content = document.getElementById('content');
  const lostIn = trail;
  trail = [];
  // What opens above the views gives the focus back by itself.
  if (!content || !lostIn.some(({ element }) => element === content)) return;
  const at = lostIn.findIndex(({ element }) => element.isConnected);
  const kept = lostIn[at]?.element;
  const lost = lostIn[at - 1];
  const next = kept && kept !== content && lost ? near(kept, lost.index) : null;
  (next ?? content).focus({ preventScroll: true });
}

/** What can have the focus in the child that came in the lost one's place, else in what is left around it. */
function near(kept: Element, index: number): HTMLElement | null {
  const heir = kept.children[Math.min(index, kept.children.length - 1)];
  if (heir instanceof HTMLElement && heir.matches(FOCUSABLE)) return heir;
  return heir?.querySelector<HTMLElement>(FOCUSABLE) ?? kept.querySelector<HTMLElement>(FOCUSABLE);
}
