import { call } from '../platform/bridge.ts';
import { ownPrint, printing } from '../platform/printing.ts';
import { report } from '../ui/report-problem.ts';

/** On what scrolls, and on all it stands in: the print style lays it out in its whole length (`print.css`). */
const WHOLE = 'data-print-whole';
/** How long rows that are fetched for paper may take, in ms. */
const FETCHING = 20_000;

/** Prints what the window shows: by the view's own way, where it has one, else as it is shown. */
export function printView(): void {
  const own = ownPrint.get();
  if (own) own();
  else void report(printAsShown);
}

async function printAsShown(): Promise<void> {
  if (printing.get()) return;
  const places = scrolled();
  printing.set(true);
  try {
    await drawnWhole();
    for (const element of scrolling()) markWhole(element);
    await call('view.print', undefined);
  } finally {
    for (const element of document.querySelectorAll(`[${WHOLE}]`)) element.removeAttribute(WHOLE);
    printing.set(false);
    await nextFrame();
    for (const [element, top] of places) element.scrollTop = top;
  }
}

/** Until every row is drawn, with what it is fetched from, and every picture is loaded. */
async function drawnWhole(): Promise<void> {
  const deadline = Date.now() + FETCHING;
  let height = 0;
  let settled = 0;
  // Rows measure themselves once they are drawn, and what is around them then.
  while (settled < 3 && Date.now() < deadline) {
    await nextFrame();
    const busy = document.querySelector('#content :is(.mantine-Skeleton-root, [aria-busy="true"])');
    const now = heightOfAll();
    settled = !busy && now === height ? settled + 1 : 0;
    height = now;
  }
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

function heightOfAll(): number {
  return scrolling().reduce((sum, element) => sum + element.scrollHeight, 0);
}

/** Two frames: what was set is drawn, and what measures itself has done so. */
function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** What scrolls; not fields of forms, which stay as they are. */
function scrolling(): Element[] {
  return [...document.querySelectorAll('#content, #content :not(svg, svg *, input, textarea)')].filter(
    (element) => /auto|scroll/.test(getComputedStyle(element).overflowY),
  );
}

function markWhole(element: Element): void {
  for (let at: Element | null = element; at && at.id !== 'root'; at = at.parentElement)
    at.setAttribute(WHOLE, '');
}

function scrolled(): (readonly [Element, number])[] {
  return scrolling().map((element) => [element, element.scrollTop] as const);
}
