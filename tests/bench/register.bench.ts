/**
 * The register beside 20,000 suppliers and 50,000 figures, in the real app: a statement from asking for it, what a page of the
 * register shows of everything that refers to its row, and the longest frame meanwhile.
 */
import type { Page } from 'playwright-core';
import { goTo, openSample, setLanguage, startApp, workspaceState } from '../e2e/harness.ts';
import { type Bench, type Figure, median } from './frame.ts';
import { fillFigures, made } from './many-figures.ts';
import { fillSuppliers } from './many-suppliers.ts';
import { watchFrames } from './window.ts';

const RUNS = 3;

async function run(): Promise<Figure[]> {
  const hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
  const { page } = hearken;
  try {
    await setLanguage(hearken, 'en');
    await openSample(page, '/home');
    await page.evaluate('window.__name = (named) => named');
    await fillSuppliers(page);
    await fillFigures(page, made());
    const { organisations, sources } = await workspaceState(page);
    const own = organisations.find(({ kind }) => kind === 'own')?.id ?? '';
    const supplier = organisations.find(({ kind }) => kind === 'supplier')?.id ?? '';
    const take = await watchFrames(page);
    const places = [
      ['a statement', '/statements?checklist=uk-msa-54&year=2019&at=54(5)(f)', 'gathered-row'],
      ['a company’s page', `/register/organisations/${own}`, 'timeline-item'],
      ['a source’s page', `/register/sources/${sources[0]?.id}`, 'timeline-item'],
      ['a supplier’s page', `/suppliers/${supplier}`, 'supplier-standing'],
    ] as const;
    const figures: Figure[] = [];
    for (const [what, route, shown] of places)
      figures.push(...(await opened(page, take, what, route, shown)));
    return figures;
  } finally {
    await hearken.close();
  }
}

async function opened(
  page: Page,
  take: () => Promise<number>,
  what: string,
  route: string,
  shown: string,
): Promise<Figure[]> {
  const times: number[] = [];
  const frames: number[] = [];
  for (let turn = 0; turn <= RUNS; turn += 1) {
    await goTo(page, '/settings');
    await take();
    const began = performance.now();
    await goTo(page, route);
    await page.getByTestId(shown).first().waitFor();
    times.push(performance.now() - began);
    frames.push(await take());
  }
  return [
    { what: `${what}: the first time`, value: times[0] ?? Number.NaN, unit: 'ms' },
    { what: `${what}: again, median`, value: median(times.slice(1)), unit: 'ms' },
    { what: `${what}: longest frame, the first time`, value: frames[0] ?? Number.NaN, unit: 'ms' },
    { what: `${what}: longest frame again, median`, value: median(frames.slice(1)), unit: 'ms' },
  ];
}

export const bench: Bench = { title: 'Register and statements (20,000 suppliers, 50,000 figures)', run };
