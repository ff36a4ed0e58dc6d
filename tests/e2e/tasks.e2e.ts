/**
 * Twelve tasks of a day's work, each done in the app as a person does it, with every click and key counted: what came of
 * it is checked, and what it cost must not grow. The table of all is printed at the end.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agendaOf } from '#shared/overview/due.ts';
import { today } from '../../renderer/platform/today.ts';
import { at, fill } from '../unit/sheet/office.ts';
import { type Cost, Hand } from './counted.ts';
import { savedFile, willOpen, wordsOf } from './files.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  setLanguage,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';
import { onSample } from './on-sample.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const TRANSCRIPT = path.join(ROOT, 'tests', 'fixtures', 'transcripts', 'water-dialogue.txt');
const SAMPLE = 'Human rights in procurement: three experts advise';
const FORCED = 'Forced labour and modern slavery';

const folder = path.join(tmpdir(), `hearken-tasks-${process.pid}`);
const saveDir = path.join(folder, 'saved');

let hearken: Hearken;
let page: Page;

onSample(
  'tasks',
  (opened) => {
    hearken = opened;
    page = opened.page;
  },
  [1280, 800],
  { saveDir },
);

beforeAll(async () => {
  for (const one of ['saved', 'colleague']) await mkdir(path.join(folder, one), { recursive: true });
});

const table: { task: string; before: string; cost: Cost; most: Partial<Cost> }[] = [];

afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const row = ({ task, before, cost, most }: (typeof table)[number]) =>
    [
      task.padEnd(50),
      before.padEnd(24),
      `${cost.clicks} of ${most.clicks}`.padEnd(8),
      `${cost.keys}${most.keys === undefined ? '' : ` of ${most.keys}`}`.padEnd(8),
      cost.letters,
    ].join(' | ');
  const head = ['task'.padEnd(50), 'before'.padEnd(24), 'clicks  ', 'keys    ', 'letters'].join(' | ');
  console.log([head, ...table.map(row)].join('\n'));
});

/**
 * @param before what it cost when it was first counted
 * @param most clicks and keys that it may cost
 */
function task(
  name: string,
  before: string,
  most: { readonly clicks: number; readonly keys?: number },
  run: (hand: Hand) => Promise<void>,
): void {
  test(name, async () => {
    const hand = new Hand(page);
    await run(hand);
    table.push({ task: name, before, cost: hand.cost, most });
    expect(hand.cost.clicks, 'clicks').toBeLessThanOrEqual(most.clicks);
    if (most.keys !== undefined) expect(hand.cost.keys, 'keys').toBeLessThanOrEqual(most.keys);
  });
}

const state = () => workspaceState(page);
const nav = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first();

/** What another program is given when one pastes there: a field that is none of the app's stands in for it. */
async function pasted(): Promise<{ text: string; html: string }> {
  const field = await page.evaluateHandle(() => {
    const made = document.body.appendChild(document.createElement('textarea'));
    made.style.position = 'fixed';
    made.addEventListener('paste', (event) => event.preventDefault());
    made.addEventListener('paste', ({ clipboardData }) => {
      for (const one of ['plain', 'html']) made.dataset[one] = clipboardData?.getData(`text/${one}`) ?? '';
    });
    return made;
  });
  // A menu that is closing gives the focus back to where it was opened.
  const paste = async () => {
    await field.evaluate((made) => made.focus({ preventScroll: true }));
    await hearken.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
    return await field.evaluate((made) => made.dataset.html !== undefined);
  };
  await expect.poll(paste).toBe(true);
  return await field.evaluate((made) => {
    made.remove();
    return { text: made.dataset.plain ?? '', html: made.dataset.html ?? '' };
  });
}

async function dialogueId(title: string): Promise<string> {
  const found = (await state()).dialogues.find((one) => one.title === title);
  if (!found) throw new Error(`No dialogue “${title}”.`);
  return found.id;
}

task('the board page says what changed since last year', 'not there', { clicks: 3 }, async (hand) => {
  const ranked = async () => {
    await page.getByTestId('sheet').getByRole('img').waitFor();
    await page.getByRole('button', { name: 'Save as picture' }).click();
    await page.getByRole('menuitem', { name: /SVG/ }).click();
    return ranksOnBoard(strFromU8(await savedFile(saveDir, '.svg')));
  };
  const { rounds, issues } = await state();
  const last = rounds.find(({ stage }) => stage === 'closed');
  await goTo(page, `/reports/board/${last?.id}`);
  const before = await ranked();
  await goTo(page, '/home');

  await hand.click(nav('Reports'));
  await hand.click(page.getByText('Materiality summary', { exact: true }));
  await hand.click(page.getByRole('button', { name: 'Board page' }));

  const now = await ranked();
  expect(now.size).toBeGreaterThan(10);
  let compared = 0;
  for (const [name, { rank, since }] of now) {
    const own = issues.find((one) => isSame(one.name.en ?? '', name));
    // What was merged into an issue since is of it: the gravest of them counts.
    const names = issues
      .filter(({ mergedInto }) => own && mergedInto === own.id)
      .map((one) => one.name.en ?? '');
    const [old] = [...before]
      .filter(([other]) => isSame(other, name) || names.some((merged) => isSame(merged, other)))
      .map(([, one]) => one)
      .sort((a, b) => a.rank - b.rank);
    // Some have another name since; only what was on no list before is new.
    if (!old) {
      expect(since === 'new', name).toBe(!last?.issueIds.includes(own?.id ?? ''));
      continue;
    }
    compared += 1;
    expect(since, name).toMatch(rank < old.rank ? /^↑/ : rank > old.rank ? /^↓/ : /^$/);
  }
  expect(compared).toBeGreaterThan(10);
  expect(now.get(FORCED)?.since).toBe(`↑${(before.get(FORCED)?.rank ?? 0) - 1}`);
});

/** A name without room ends in "…". */
function isSame(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b]
    .map((one) => one.replace('…', ''))
    .sort((x, y) => x.length - y.length);
  return long.startsWith(short) && (short.length === long.length || /…/.test(a + b));
}

/** Of the list on a board page: by issue, its rank and how it has moved. */
function ranksOnBoard(svg: string): Map<string, { rank: number; since: string }> {
  const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, words = '']) => ({ x: Number(x), y: Number(y), words }),
  );
  const head = (label: RegExp) => texts.find(({ words }) => label.test(words));
  const issues = head(/^Issue$/);
  const moves = head(/^Since /);
  if (!issues) throw new Error('There is no list on this page.');
  const below = texts.filter(({ y }) => y > issues.y + 5);
  const ranks = below.filter(({ x, words }) => /^\d+=?$/.test(words) && x < issues.x && x > issues.x - 30);
  // A name may stand on two lines: what is nearest to a rank is of its row.
  const away = (y: number) => Math.min(...ranks.map((rank) => Math.abs(rank.y - y)));
  const near = (y: number) =>
    below.filter((one) => Math.abs(one.y - y) < 9 && Math.abs(one.y - y) === away(one.y));
  return new Map(
    ranks.map(({ y, words }) => [
      near(y)
        .filter(({ x }) => Math.abs(x - issues.x) < 1)
        .map((line) => line.words)
        .join(' '),
      {
        rank: Number.parseInt(words, 10),
        since: (moves && near(y).find(({ x }) => x === moves.x)?.words) ?? '',
      },
    ]),
  );
}

task('from a dot of the matrix to the sentence it rests on', '2 clicks', { clicks: 2 }, async (hand) => {
  await goTo(page, '/matrix');
  const mark = page.getByTestId('scene').locator('[data-item]').first();
  const name = await mark.getAttribute('data-item');
  await hand.click(mark.locator('circle').first());
  const quote = page.getByTestId('issue-panel').locator('blockquote button').first();
  const words = ((await quote.textContent()) ?? '').slice(1, 40);
  await hand.click(quote);

  await page.getByTestId('desk').waitFor();
  await page.locator('[data-turn] [data-open="true"]', { hasText: words }).first().waitFor();
  const { codings, passages } = await state();
  const about = codings.filter(({ issueId }) => issueId === name).map(({ passageId }) => passageId);
  expect(passages.some(({ id, quote: said }) => about.includes(id) && said.includes(words))).toBe(true);
});

task('what somebody said about an issue', '0 clicks', { clicks: 0, keys: 1 }, async (hand) => {
  await goTo(page, '/home');
  await hand.press('Control+Shift+f');
  await page.getByRole('main').getByRole('combobox').or(page.getByRole('searchbox')).first().waitFor();
  await settled(page);
  await hand.type('speaker:Tanaka issue:"forced labour"');

  const { codings, passages, turns, participants, issues, dialogues } = await state();
  const tanaka = participants.find(({ name }) => name.includes('Tanaka'));
  const forced = issues.find(({ code }) => code === 'sc-forced-labour');
  const coded = new Set(codings.filter(({ issueId }) => issueId === forced?.id).map((one) => one.passageId));
  const wanted = turns.filter(
    ({ id, participantId }) =>
      participantId === tanaka?.id && passages.some((one) => one.turnId === id && coded.has(one.id)),
  );
  expect(wanted.length, `${dialogues.length} dialogues`).toBeGreaterThan(0);
  const hits = page.locator('[data-testid="hit"][data-kind="turn"]');
  await expect.poll(() => hits.count()).toBe(wanted.length);
  for (const hit of await hits.all()) expect(await hit.innerText()).toContain('Tanaka');
});

task('the matrix in Japanese on a page of Word', '13 pages', { clicks: 5 }, async (hand) => {
  await goTo(page, '/home');
  await hand.click(nav('Reports'));
  await hand.click(page.getByText('Materiality summary', { exact: true }));
  await hand.click(page.getByRole('radiogroup', { name: 'Length' }).getByText('One page', { exact: true }));
  await hand.click(page.getByRole('radiogroup', { name: 'Language of the document' }).getByText('日本語'));
  await hand.click(page.getByTestId('report-create'));

  const docx = await savedFile(saveDir, '.docx');
  expect(wordsOf(docx)).toContain('強制労働');
  expect(Object.keys(unzipSync(docx)).filter((name) => /^word\/media\/.+\.png$/.test(name))).toHaveLength(1);
  expect(await pagesOf(docx)).toBeLessThanOrEqual(2);
});

/** How many pages Word would lay it out on, as LibreOffice does; where that is not installed, as the document asks. */
async function pagesOf(docx: Uint8Array): Promise<number> {
  const place = await mkdtemp(path.join(folder, 'pages-'));
  const file = path.join(place, 'report.docx');
  await writeFile(file, docx);
  const profile = `-env:UserInstallation=file://${place}/office`;
  const run = promisify(execFile);
  try {
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', place, file]);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
    return [...xml.matchAll(/<w:sectPr|<w:br w:type="page"|<w:pageBreakBefore/g)].length;
  }
  const pdf = await readFile(path.join(place, 'report.pdf'), 'latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}

task('what is overdue, and who owns it', 'impossible', { clicks: 1 }, async (hand) => {
  await goTo(page, '/home');
  await hand.click(page.getByTestId('waiting'));

  const { overdue } = agendaOf(await state(), today(), 4);
  expect(overdue.length).toBeGreaterThan(0);
  const rows = page.getByTestId('due-overdue').getByTestId('due-item');
  await expect.poll(() => rows.count()).toBe(overdue.length);
  const words = await rows.allInnerTexts();
  for (const [at, { owner }] of overdue.entries()) expect(words[at]).toContain(owner);
});

task('a quote into an e-mail', 'text alone', { clicks: 2 }, async (hand) => {
  await goTo(page, '/passages');
  const find = page.getByTestId('find').first();
  const words = (await find.locator('blockquote').innerText()).slice(1, 60);
  await hand.click(find, { button: 'right', position: { x: 200, y: 20 } });
  await hand.click(page.getByTestId('find-menu').getByRole('menuitem', { name: 'Copy with attribution' }));

  await page.getByText('Copied', { exact: false }).first().waitFor();
  const { text, html } = await pasted();
  expect(text).toContain(words);
  expect(text).toMatch(/^“[\s\S]+” \(.+, Human rights in procurement.+, 2020-02\)$/);
  expect(html).toMatch(/<blockquote>[\s\S]+<\/blockquote>\s*<p>– .+, Human rights in procurement.+<\/p>/);
  expect(html).toContain(words);
});

task('a name corrected everywhere', 'impossible', { clicks: 3 }, async (hand) => {
  await goTo(page, `/dialogues/${await dialogueId(SAMPLE)}`);
  const speaker = page.locator('[data-turn-row]').getByRole('button', { name: /change the speaker$/ });
  const nagai = speaker.filter({ hasText: 'Asako Nagai' }).first();
  await nagai.waitFor();
  await hand.click(nagai);
  await hand.click(page.getByRole('menuitem', { name: 'Edit person…' }));
  await hand.click(page.getByLabel('Name (English)'));
  await hand.press('Control+a');
  await hand.type('Asako Nagae');
  await hand.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Asako Nagae' }).waitFor();

  // In a quote,
  await page.getByRole('tab', { name: /Said/ }).click();
  await page.getByRole('button', { name: 'Copy with attribution' }).first().click();
  await expect.poll(async () => (await pasted()).text).toContain('Asako Nagae');
  // in the search, by the new name,
  await goTo(page, '/search?q=speaker%3ANagae');
  await page.getByTestId('hit').first().waitFor();
  expect((await page.getByTestId('hit').allInnerTexts()).join()).not.toContain('Nagai');
  // and in a report.
  await goTo(page, `/reports?kind=dialogue&subject=${await dialogueId(SAMPLE)}`);
  await page.getByTestId('report-create').click();
  const words = wordsOf(await savedFile(saveDir, '.docx'));
  expect(words).toContain('Asako Nagae');
  expect(words).not.toContain('Asako Nagai');
});

task('from a transcript to the first coding', '4 clicks, 14 keys', { clicks: 4, keys: 14 }, async (hand) => {
  await willOpen(hearken.app, [TRANSCRIPT]);
  await goTo(page, '/dialogues');
  const before = (await state()).codings.length;
  await hand.click(page.getByRole('button', { name: 'Import a dialogue…' }));
  await page.getByTestId('import-blocks').waitFor();
  await hand.click(page.getByTestId('import-store'));
  await page.getByTestId('desk').waitFor();
  await settled(page);
  // Past the introduction, to what was said.
  await hand.press('ArrowDown', 'ArrowDown', 'ArrowRight', 'c', 'e', 'n', 'v', 'Enter');

  const coded = async () => (await state()).codings.length;
  await expect.poll(coded).toBe(before + 1);
  const { codings, passages, issues, turns } = await state();
  const coding = codings.reduce((last, one) => (one.at > last.at ? one : last));
  const passage = passages.find(({ id }) => id === coding.passageId);
  const turn = turns.find(({ id }) => id === passage?.turnId);
  expect(issues.find(({ id }) => id === coding.issueId)?.code).toBe('sc-environment');
  expect(passage?.quote).toBe('Begin with the people who walk to the wells.');
  expect(turn?.participantId).not.toBeNull();
});

task('advice with the company’s response', '9 clicks in 2 views', { clicks: 5 }, async (hand) => {
  await page.getByTestId('desk').waitFor();
  await hand.press('ArrowDown', 'ArrowRight', 'a');
  await page.getByTestId('advice-form').locator(':focus').waitFor({ state: 'attached' });
  await hand.press('Tab');
  await hand.type('access');
  await page.getByRole('option').first().waitFor();
  await hand.press('Enter', 'Tab');
  await hand.type('Publish withdrawals each month.');
  await hand.press('Tab');
  await hand.type('Published from April on.');
  await hand.press('Control+Enter');

  const id = await dialogueId('Water, Work and Wells: a Dialogue');
  const advice = async () => (await state()).advice.filter((one) => one.dialogueId === id);
  await expect.poll(advice).toHaveLength(1);
  const { issues } = await state();
  expect((await advice())[0]).toMatchObject({
    restatement: 'Publish withdrawals each month.',
    response: 'Published from April on.',
    issueIds: [issues.find(({ name }) => name.en === 'Access to remedy')?.id],
  });
});

task('what became of last year’s advice', 'no path', { clicks: 2 }, async (hand) => {
  await goTo(page, '/home');
  await hand.click(nav('Advice'));
  await hand.click(page.getByText('By dialogue', { exact: true }));

  const id = await dialogueId(SAMPLE);
  const { advice, commitments } = await state();
  const last = advice.filter((one) => one.dialogueId === id);
  const heads = page.getByTestId('advice-group');
  expect(await heads.allInnerTexts()).toEqual([
    expect.stringContaining('Water, Work and Wells'),
    expect.stringContaining(`${SAMPLE} · February 2020 – ${last.length} pieces of advice`),
  ]);
  for (const one of last) {
    const row = page.locator(`#advice-row-${one.id}`);
    const words = await row.innerText();
    expect(words).toMatch(new RegExp(`\\b${one.status}\\b`, 'i'));
    expect(words).toContain(one.response.slice(0, 60));
    for (const promise of commitments.filter(({ madeIn }) => madeIn.id === one.id))
      expect(words).toContain(promise.text);
  }
});

task('a rating sheet out and in', '3 clicks, 3 clicks', { clicks: 6 }, async (hand) => {
  await goTo(page, '/assessment/new');
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();
  const round = (await state()).rounds.find(({ stage }) => stage === 'rating');

  await hand.click(page.getByRole('button', { name: 'Send rating sheets…' }));
  await hand.click(page.getByTestId('sheets-make'));
  const sheets = unzipSync(await savedFile(saveDir, '.zip'));
  expect(hand.cost.clicks, 'out').toBeLessThanOrEqual(3);
  const [name = ''] = Object.keys(sheets)
    .filter((one) => one.endsWith('.xlsx'))
    .sort();
  const back = path.join(folder, 'back.xlsx');
  const answers = { scale: 4, scope: 3, irremediability: 2, likelihood: 5 } as const;
  const cells = Object.entries(answers).map(([field, value]) => [
    at(0, field as keyof typeof answers),
    value,
  ]);
  await writeFile(back, fill(sheets[name] ?? new Uint8Array(), Object.fromEntries(cells)));
  await page.keyboard.press('Escape');

  await willOpen(hearken.app, [back]);
  await hand.click(page.getByRole('button', { name: 'Take in completed sheets…' }));
  await hand.click(page.getByTestId('receive-sheets').getByRole('button', { name: 'Choose files…' }));
  await hand.click(page.getByTestId('sheets-take'));
  const ratings = async () => (await state()).ratings.filter(({ roundId }) => roundId === round?.id);
  await expect.poll(ratings).toMatchObject([{ ...answers, issueId: round?.issueIds[0] }]);
});

task('handed over and taken back', 'impossible', { clicks: 4 }, async (hand) => {
  await goTo(page, '/advice');
  await hand.menu(() => chooseInMenu(hearken.app, 'app.saveCopy'));
  const sent = path.join(folder, 'sent.hearken');
  await writeFile(sent, await savedFile(saveDir, '.hearken'));
  const [about] = (await state()).advice;
  const back = await workedOn(sent, async (colleague) => {
    await goTo(colleague, `/advice/${about?.id}`);
    const owner = colleague.getByRole('dialog').getByLabel('Owner');
    await owner.fill('Yui Mori');
    await owner.press('Enter');
    await colleague.locator('[data-saving="saved"]').waitFor();
  });

  await hand.drop([back]);
  await hand.click(page.getByRole('dialog').getByRole('button', { name: 'Merge 1 change' }));
  await page.getByText('Merged 1 change from the copy.').waitFor();
  expect((await state()).advice.find(({ id }) => id === about?.id)).toEqual({ ...about, owner: 'Yui Mori' });
});

/** A colleague opens the file on another computer, works in it, and saves a copy. @returns where that lies */
async function workedOn(file: string, work: (colleague: Page) => Promise<void>): Promise<string> {
  const place = path.join(folder, 'colleague');
  const colleague = await startApp({ openFiles: [file], saveDir: place, env: { HEARKEN_E2E: '1' } });
  try {
    await setLanguage(colleague, 'en');
    await colleague.page.getByRole('button', { name: /Open a workspace file/ }).click();
    await nav2(colleague.page).waitFor();
    await work(colleague.page);
    await chooseInMenu(colleague.app, 'app.saveCopy');
    const back = path.join(folder, 'back.hearken');
    await writeFile(back, await savedFile(place, '.hearken'));
    expect(colleague.pageErrors).toEqual([]);
    return back;
  } finally {
    await colleague.close();
  }
}

const nav2 = (window: Page): Locator => window.locator('nav a[href^="#/"]').first();
