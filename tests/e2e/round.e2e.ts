/**
 * A whole round with four assessors, as an office goes through it: begun from the last one, two rate in the app, two in
 * Excel; nobody sees others' ratings before they are done; a divided issue leads the discussion; what is closed stays
 * as it was, whatever becomes of words, codings and names; reopening and departing from a suggestion ask why.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Rating } from '#shared/model/rating.ts';
import type { Asked } from '#shared/sheet/columns.ts';
import { at, type Fill, fill } from '../unit/sheet/office.ts';
import { savedFile } from './files.ts';
import { goTo, type Hearken, openSample, setLanguage, startApp, workspaceState } from './harness.ts';
import { rateAs as asAssessor, chooseName } from './rate-as.ts';

const OFFICE = 'A · Sustainability office';
const BUSINESS = 'B · Business division';
const LEGAL = 'C · Legal and compliance';
const ADVISER = 'D · Outside adviser';
const WORKERS = 'E · Workers’ representative';

const PRIVACY = 'Privacy and data protection';
const FORCED = 'Forced labour and modern slavery';
const WORKPLACE = 'Working environment';
const UNION = 'Collective bargaining and freedom of association';
/** What is assessed, in the order of the list: the rows of a sheet. */
const ISSUES = [PRIVACY, FORCED, WORKPLACE, UNION] as const;

/** The dots by which a level says how many others chose it. */
const DOT = '●';

let folder: string;
let saveDir: string;
let hearken: Hearken;
let page: Page;
/** What the closed matrix looked like when it was closed, by picture. */
const closed = new Map<string, Uint8Array>();

async function start(): Promise<void> {
  hearken = await startApp({
    userDataDir: path.join(folder, 'profile'),
    openFiles: [filled(ADVISER), filled(WORKERS)],
    saveDir,
    env: { HEARKEN_E2E: '1' },
  });
  page = hearken.page;
}

/** Where a filled-in sheet lies, for the app to open. */
function filled(assessor: string): string {
  return path.join(folder, 'back', `${assessor.slice(0, 1)}.xlsx`);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-round-'));
  saveDir = await mkdtemp(path.join(folder, 'saved-'));
  await mkdir(path.join(folder, 'back'));
  await start();
  await setLanguage(hearken, 'en');
  await openSample(page);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const picture = path.join(tmpdir(), `hearken-failure-${process.pid}.png`);
  await page.screenshot({ path: picture });
  console.error(`What the window showed: ${picture}`);
});

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const state = () => workspaceState(page);

/** The round of this test. */
async function theRound() {
  const round = (await state()).rounds.find(({ name }) => /2021/.test(name.en ?? ''));
  if (!round) throw new Error('The round is not there.');
  return round;
}

/** What an assessor gave an issue of the round: its four answers as one word. */
async function scores(assessor: string, issue: string): Promise<string> {
  const rows = await state();
  const round = await theRound();
  const assessorId = round.assessors.find(({ name }) => name === assessor)?.id;
  const issueId = rows.issues.find(({ name }) => name.en === issue)?.id;
  const rating = rows.ratings.find(
    (one) => one.roundId === round.id && one.assessorId === assessorId && one.issueId === issueId,
  );
  const answer = (field: keyof Pick<Rating, 'scale' | 'scope' | 'irremediability' | 'likelihood'>) =>
    String(rating?.[field] ?? (rating?.nature === 'actual' && field === 'likelihood' ? 'x' : '.'));
  return [answer('scale'), answer('scope'), answer('irremediability'), answer('likelihood')].join('');
}

async function openRound(tab: 'rate' | 'discussion' | 'results' | 'course' | 'setUp'): Promise<void> {
  await goTo(page, `/assessment/${(await theRound()).id}?tab=${tab}`);
}

const rateAs = (assessor: string) => asAssessor(page, assessor);

async function choose(issue: string): Promise<void> {
  const select = page.getByRole('combobox', { name: 'Issue', exact: true });
  await select.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(issue);
  await page.getByRole('option', { name: issue }).click();
  await expect.poll(() => select.inputValue()).toContain(issue);
}

/** Puts the keyboard on a dimension's question; keys answer from there on. */
async function question(dimension: string): Promise<void> {
  await page.locator(`[data-dimension="${dimension}"] [role="radio"][tabindex="0"]`).focus();
}

async function finishAs(assessor: string): Promise<void> {
  await chooseName(page, assessor);
  const done = page.getByRole('button', { name: 'I’m done' });
  // Whoever sent a sheet has no passphrase, and can be said to be done by whoever took it in.
  if ((await done.count()) === 0) await rateAs(assessor);
  await done.click();
}

async function hasFinished(assessor: string): Promise<void> {
  await expect
    .poll(async () => {
      const round = await theRound();
      const id = round.assessors.find(({ name }) => name === assessor)?.id;
      return round.finished.some(({ assessorId }) => assessorId === id);
    })
    .toBe(true);
}

/** The matrix of the round as the Export menu writes it. */
async function matrixOf(picture: string): Promise<Uint8Array> {
  await goTo(page, `/matrix/${(await theRound()).id}?picture=${picture}`);
  await page.getByTestId('scene').waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  return await savedFile(saveDir, '.svg');
}

/** Shows the turn that holds these words; only turns near what is seen are drawn. */
async function reveal(words: string) {
  const desk = page.getByTestId('desk');
  const turn = page.locator('[data-turn-row]', { hasText: words });
  await desk.evaluate((element) => element.scrollTo({ top: 0 }));
  await page.waitForTimeout(150);
  for (let step = 0; step < 60 && (await turn.count()) === 0; step += 1) {
    await desk.evaluate((element) => element.scrollBy({ top: 240 }));
    await page.waitForTimeout(50);
  }
  await turn.scrollIntoViewIfNeeded();
  return turn;
}

test('a round begins from the last one: its issues, lines and assessors, of which some are left out', async () => {
  await goTo(page, '/assessment/new');
  await page.getByText('Carried over from Fiscal 2020 (illustrative ratings)').waitFor();
  await page.getByRole('button', { name: `Remove ${BUSINESS}` }).click();
  const conflict = page.getByRole('textbox', { name: `Conflict of interest of ${LEGAL}` });
  await conflict.fill('Signed the contracts with two suppliers.');

  // Of each category only what is to be assessed this year.
  const issues = page.getByRole('group', { name: 'Issues to assess' });
  for (const category of ['General', 'Customers', 'Supply chain', 'Employees'])
    await issues
      .getByRole('checkbox', { name: new RegExp(`^${category}`) })
      .first()
      .click();
  for (const name of ISSUES) await issues.getByRole('checkbox', { name, exact: true }).click();
  await page.getByText('4 of 19 chosen').waitFor();
  const dialogue = page.getByRole('checkbox', { name: /Human rights in procurement/ });
  if (!(await dialogue.isChecked())) await dialogue.click();
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();

  const round = await theRound();
  const last = (await state()).rounds.find(({ id }) => id === round.basedOn);
  expect(last?.name.en).toBe('Fiscal 2020 (illustrative ratings)');
  // Nobody named it: it has its year's name in each language, by that language's way of naming years.
  expect(round.name).toEqual({ en: 'Assessment FY2021', ja: '2020年度人権課題評価' });
  expect(round.assessors.map(({ name }) => name)).toEqual([OFFICE, LEGAL, ADVISER, WORKERS]);
  expect(round.assessors.map(({ conflict: declared }) => declared)).toEqual([
    '',
    'Signed the contracts with two suppliers.',
    '',
    '',
  ]);
  expect(round.thresholds).toEqual(last?.thresholds);
  expect(round.issueIds).toHaveLength(4);
  expect(round.dialogueIds).toEqual(last?.dialogueIds);
  expect(round.history.map(({ stage }) => stage)).toEqual(['rating']);
});

test('N leads to the next issue from wherever the focus is, and is a letter in a text; what came of it last stands beside', async () => {
  await rateAs(OFFICE);
  await choose(PRIVACY);
  const atHand = () => page.getByRole('combobox', { name: 'Issue', exact: true }).inputValue();
  const first = await atHand();
  await question('scale');
  await page.keyboard.press('r');
  await page.keyboard.type('Nobody can opt out: 2 in 3 pass by.');
  expect(await atHand()).toBe(first);
  await page.keyboard.press('Control+Enter');
  await expect.poll(atHand).not.toBe(first);
  await page.keyboard.press('p');
  await expect.poll(atHand).toBe(first);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('n');
  await expect.poll(atHand).not.toBe(first);
  await page.keyboard.press('p');
  const reason = page.locator('[data-field="rationale"] textarea');
  await expect.poll(() => reason.inputValue()).toContain('Nobody can opt out: 2 in 3 pass by.');
  expect(await scores(OFFICE, PRIVACY)).toBe('....');
  await reason.fill('');
  await reason.blur();

  const last = page.getByTestId('last-result');
  // The round that this one began with is in discussion: nothing of it is told before it is closed.
  expect(await last.count()).toBe(0);
  const { rounds } = await workspaceState(page);
  const later = rounds.find(({ basedOn, name }) => basedOn !== null && name.en?.startsWith('Fiscal 2020'));
  await goTo(page, `/assessment/${later?.id}?tab=rate`);
  await last.getByText(/^Place \d+=? of \d+ · Tier \d$/).waitFor();
  await last.getByRole('button', { name: 'Hide' }).click();
  expect(await last.getByText(/^Place/).count()).toBe(0);
  await last.getByRole('button', { name: 'Show' }).click();
  await openRound('rate');
});

test('the first assessor rates issue by issue from the keyboard, and is asked for the reasons of grave scores', async () => {
  await rateAs(OFFICE);
  for (const [issue, keys, reason] of [
    [PRIVACY, '4434', 'Very many people; what is known about them cannot be called back.'],
    [FORCED, '5353', ''],
    [WORKPLACE, '3223', ''],
    [UNION, '2122', ''],
  ] as const) {
    await choose(issue);
    await question('scale');
    // One key after the other: each answer leads to the next question, and one digit too many leads nowhere.
    for (const key of `${keys}5`) await page.keyboard.press(key);
    if (reason) {
      await page.keyboard.press('r');
      await page.keyboard.type(reason);
    }
    await expect.poll(() => scores(OFFICE, issue)).toBe(keys);
    expect(await page.locator('[data-field="rationale"] textarea').inputValue()).toBe(reason);
  }
  await finishAs(OFFICE);
  const missing = page.getByTestId('finish-missing');
  await missing.getByText(FORCED).first().click();
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Issue', exact: true }).inputValue())
    .toContain(FORCED);
  const reason = page.locator('[data-field="rationale"] textarea');
  await reason.fill('A life in bondage is not given back.');
  await reason.blur();
  await finishAs(OFFICE);
  await hasFinished(OFFICE);
});

test('who still rates sees nothing of what others gave, neither here nor in results nor in the picture', async () => {
  await rateAs(LEGAL);
  await choose(PRIVACY);
  const form = page.getByTestId('rating-form');
  expect(await form.textContent()).not.toContain(DOT);
  expect(await form.textContent()).not.toContain('cannot be called back');
  await openRound('results');
  await page.getByTestId('blind-note').waitFor();
  await openRound('discussion');
  await page.getByTestId('blind-note').waitFor();
  await goTo(page, `/matrix/${(await theRound()).id}`);
  await page.getByText('The assessors are still rating').waitFor();
  expect(await page.getByTestId('scene').count()).toBe(0);
  await goTo(page, `/decisions/${(await theRound()).id}`);
  await page.getByText('The assessors are still rating').waitFor();
  await goTo(page, `/reports/board/${(await theRound()).id}`);
  await page.getByText('are still rating').first().waitFor();
  await goTo(page, '/issues');
  await page.getByTestId('issue-row').filter({ hasText: FORCED }).getByText(FORCED).click();
  await page.getByRole('tab', { name: 'Ratings and decisions' }).click();
  const card = page.getByTestId('issue-round').filter({ hasText: 'Assessment FY2021' });
  await card.getByText('Until then they could influence those who are still rating.').waitFor();
  expect(await card.textContent()).not.toContain('A life in bondage');
});

test('the second assessor rates all issues in a table with one run of keys, and sees others once done', async () => {
  await openRound('rate');
  await rateAs(LEGAL);
  await page.getByText('Table', { exact: true }).click();
  await page.locator('[role="gridcell"][data-column="scale"]').first().focus();
  for (const key of '4344525332232112') await page.keyboard.press(key);
  await expect.poll(() => scores(LEGAL, UNION)).toBe('2112');
  expect(await scores(LEGAL, FORCED)).toBe('5253');
  await finishAs(LEGAL);
  await page.getByTestId('finish-missing').getByRole('button', { name: 'Done all the same' }).click();
  await hasFinished(LEGAL);
  await page.getByText('One by one', { exact: true }).click();
  await choose(PRIVACY);
  await expect.poll(() => page.getByTestId('rating-form').textContent()).toContain(DOT);
});

/** A row of a sheet as a person fills it in. */
function row(issue: (typeof ISSUES)[number], answers: Partial<Record<Asked, Fill>>): Record<string, Fill> {
  const place = ISSUES.indexOf(issue);
  return Object.fromEntries(
    Object.entries(answers).map(([field, value]) => [at(place, field as Asked), value]),
  );
}

test('two assessors elsewhere get sheets with what was heard, and nobody’s ratings', async () => {
  await page.getByRole('button', { name: 'Send rating sheets…' }).click();
  const form = page.getByTestId('send-sheets');
  for (const name of [OFFICE, LEGAL])
    await form.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click();
  await page.getByTestId('sheets-make').click();
  const sheets = unzipSync(await savedFile(saveDir, '.zip'));
  const names = Object.keys(sheets).filter((name) => name.endsWith('.xlsx'));
  expect(names).toHaveLength(2);
  const sheetOf = (assessor: string) => {
    const name = names.find((one) => one.includes(assessor.slice(4)));
    if (!name) throw new Error(`No sheet for ${assessor}: ${names.join(', ')}`);
    return sheets[name] ?? new Uint8Array();
  };
  for (const assessor of [ADVISER, WORKERS]) {
    const words = Object.entries(unzipSync(sheetOf(assessor)))
      .filter(([part]) => part.endsWith('.xml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
    expect(words).toContain(FORCED);
    expect(words).toContain('Tanaka');
    expect(words).not.toContain('cannot be called back');
    expect(words).not.toContain('A life in bondage');
  }

  await writeFile(
    filled(ADVISER),
    fill(sheetOf(ADVISER), {
      ...row(PRIVACY, { scale: 5, scope: 4, irremediability: 4, likelihood: 4, rationale: 'Faces stay.' }),
      ...row(FORCED, { scale: 5, scope: 4, irremediability: 5, likelihood: 7, rationale: 'Years are lost.' }),
      ...row(WORKPLACE, { scale: 3, scope: 3, irremediability: 3, likelihood: 3 }),
      ...row(UNION, {
        scale: 4,
        scope: 4,
        irremediability: 3,
        likelihood: 4,
        rationale: 'No one speaks for them.',
      }),
    }),
  );
  await writeFile(
    filled(WORKERS),
    fill(sheetOf(WORKERS), {
      ...row(PRIVACY, {
        scale: 4,
        scope: 3,
        irremediability: 3,
        likelihood: 3,
        rationale: 'It is us who are filmed.',
      }),
      ...row(FORCED, {
        scale: 5,
        scope: 4,
        irremediability: 5,
        likelihood: 4,
        rationale: 'Passports are kept.',
      }),
      ...row(WORKPLACE, {
        nature: 'Actual',
        scale: 4,
        scope: 4,
        irremediability: 2,
        rationale: 'Few dare to call.',
      }),
      ...row(UNION, {
        scale: 5,
        scope: 5,
        irremediability: 4,
        likelihood: 5,
        rationale: 'A core right is missing.',
      }),
    }),
  );
});

test('meanwhile one answer is entered by hand; the sheets come back, checked cell by cell, and the conflict is shown', async () => {
  await rateAs(WORKERS);
  await choose(PRIVACY);
  await question('scale');
  await page.keyboard.press('2');
  await expect.poll(() => scores(WORKERS, PRIVACY)).toBe('2...');

  await page.getByRole('button', { name: 'Take in completed sheets…' }).click();
  const dialog = page.getByTestId('receive-sheets');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect.poll(() => dialog.getByTestId('returned-file').count()).toBe(2);
  const adviser = dialog.getByTestId('returned-file').filter({ hasText: ADVISER });
  const workers = dialog.getByTestId('returned-file').filter({ hasText: WORKERS });
  const problem = adviser.getByTestId('problems').getByRole('row').filter({ hasText: FORCED });
  expect(await problem.textContent()).toContain(at(ISSUES.indexOf(FORCED), 'likelihood'));
  expect(await problem.textContent()).toContain('must be from 1 to 5');
  const conflict = workers.getByTestId('conflicts').getByRole('row').filter({ hasText: PRIVACY });
  expect(await conflict.textContent()).toContain(at(ISSUES.indexOf(PRIVACY), 'scale'));

  // Nothing is overwritten before somebody says which answer holds.
  const take = page.getByTestId('sheets-take');
  expect(await take.isDisabled()).toBe(true);
  await conflict.getByText('File', { exact: true }).click();
  await take.click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => scores(WORKERS, PRIVACY)).toBe('4333');
  expect(await scores(WORKERS, WORKPLACE)).toBe('442x');
  expect(await scores(ADVISER, UNION)).toBe('4434');
  // The bad cell alone is open; what was rated in the app is as it was.
  expect(await scores(ADVISER, FORCED)).toBe('545.');
  expect(await scores(OFFICE, UNION)).toBe('2122');
});

test('the open cell is settled by hand, and both are done', async () => {
  await rateAs(ADVISER);
  await choose(FORCED);
  await question('likelihood');
  await page.keyboard.press('4');
  await expect.poll(() => scores(ADVISER, FORCED)).toBe('5454');
  await finishAs(ADVISER);
  await hasFinished(ADVISER);
  await finishAs(WORKERS);
  await hasFinished(WORKERS);
});

test('the discussion leads with what divides them; a rating that is thought over says what it was', async () => {
  await page.getByRole('button', { name: 'Start discussion' }).click();
  await page.getByRole('tab', { name: 'Discussion' }).click();
  const agenda = page.getByTestId('agenda');
  const first = agenda.getByRole('list').first().getByRole('button').first();
  expect(await first.textContent()).toContain(UNION);
  expect(await first.textContent()).toContain('4 steps');
  await first.click();
  const detail = page.getByTestId('agenda-detail');
  await detail.getByText('A core right is missing.').first().waitFor();

  const grid = page.getByTestId('discussion-grid');
  await grid.getByRole('row').filter({ hasText: LEGAL }).locator('[data-column="scale"]').focus();
  await page.keyboard.press('4');
  await expect.poll(() => scores(LEGAL, UNION)).toBe('4112');
  expect(await grid.getByRole('row').filter({ hasText: LEGAL }).textContent()).toContain('2 → 4');
  expect(await page.getByTestId('discussion-changes').textContent()).toMatch(/1 rating/);
  const record = (await state()).records.find(
    ({ kind, rounds: [own] }) => kind === 'before-discussion' && /2021/.test(own?.name.en ?? ''),
  );
  expect(record?.ratings).toHaveLength(16);
});

test('the round is closed; the picture stays as it was, whatever becomes of words, codings and names', async () => {
  await page.getByRole('button', { name: 'Close the round' }).click();
  await page
    .getByTestId('stage-dialog')
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
  await expect.poll(async () => (await theRound()).stage).toBe('closed');
  for (const picture of ['salience', 'voice']) closed.set(picture, await matrixOf(picture));
  expect(new TextDecoder().decode(closed.get('salience'))).toContain(FORCED);
  expect(closed.get('voice')).not.toEqual(closed.get('salience'));

  await goTo(page, '/dialogues');
  await page.getByText('Human rights in procurement').first().click();
  await page.getByTestId('desk').waitFor();
  const codings = (await state()).codings.length;
  const turn = await reveal('Recalls that the Guiding Principles');
  await turn.locator('[data-turn]').click({ position: { x: 60, y: 4 } });
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-kind~="selection"]').first().waitFor();
  await page.keyboard.press('c');
  await page.keyboard.type('forced');
  await page.getByRole('option', { name: /Forced labour/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state()).codings.length).toBe(codings + 1);

  const platform = await reveal('Describes the dangers of platform work');
  await platform.locator('[data-turn]').click({ position: { x: 60, y: 4 } });
  await page.keyboard.press('e');
  const editor = page.getByTestId('turn-editor').getByRole('textbox');
  await editor.waitFor();
  await editor.press('Control+End');
  await page.keyboard.type(' He said so twice.');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await state()).turns.some(({ text }) => text.endsWith('He said so twice.')))
    .toBe(true);

  await goTo(page, '/issues');
  const issue = page.getByTestId('issue-row').filter({ hasText: FORCED });
  await issue.locator('button[aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  const name = page.getByRole('dialog').getByRole('textbox').first();
  await name.fill('Modern slavery');
  await page.keyboard.press('Enter');
  await page.getByTestId('issue-row').filter({ hasText: 'Modern slavery' }).waitFor();

  for (const [picture, svg] of closed) expect(await matrixOf(picture), picture).toEqual(svg);
});

test('who opens it again says why; the reason stays in its history', async () => {
  await openRound('course');
  await page.getByRole('button', { name: 'Reopen', exact: true }).click();
  const dialog = page.getByTestId('reason-dialog');
  const confirm = dialog.getByRole('button', { name: 'Reopen round' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('The adviser had meant another product.');
  await confirm.click();
  await expect.poll(async () => (await theRound()).stage).toBe('discussion');
  await openRound('course');
  await page.getByTestId('round-history').getByText('The adviser had meant another product.').waitFor();
  // Open again, it speaks of things by the names of today.
  const now = new TextDecoder().decode(await matrixOf('salience'));
  expect(now).toContain('Modern slavery');
  expect(now).not.toContain(FORCED);

  await openRound('discussion');
  await page.getByRole('button', { name: 'Close the round' }).click();
  await page
    .getByTestId('stage-dialog')
    .getByRole('button', { name: /^Close/ })
    .last()
    .click();
  await expect.poll(async () => (await theRound()).stage).toBe('closed');
  expect((await theRound()).history.map(({ stage }) => stage)).toEqual([
    'rating',
    'discussion',
    'closed',
    'discussion',
    'closed',
  ]);
  for (const picture of closed.keys()) closed.set(picture, await matrixOf(picture));
});

test('a decision departs from the suggestion only with a reason', async () => {
  await goTo(page, `/decisions/${(await theRound()).id}`);
  const subject = page.getByTestId('decisions').getByRole('row').filter({ hasText: 'Modern slavery' }).last();
  await subject.getByRole('button', { name: 'Decide', exact: true }).click();
  const form = page.getByRole('dialog').filter({ has: page.getByTestId('decision-rule') });
  await form.getByLabel('Watch').click();
  await form.getByRole('button', { name: 'Amend…' }).click();
  await form.getByText('This departs from the suggestion: give the reason.').first().waitFor();
  await form.getByLabel('Reason').fill('Agencies are changed first; looked at again in autumn.');
  // The round is signed off: why it is decided now is asked too.
  await form.getByRole('button', { name: 'Amend…' }).click();
  const asked = page.getByTestId('amend');
  await asked.getByLabel('Reason').fill('The board met after the round was closed.');
  await asked.getByRole('button', { name: 'Amend', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await subject.getByText('Agencies are changed first').waitFor();
});

test('the Word summary holds the order, the decision with its reason, and how the round came about', async () => {
  await goTo(page, `/reports?kind=materiality&subject=${(await theRound()).id}`);
  await page.getByTestId('report-create').click();
  const parts = unzipSync(await savedFile(saveDir, '.docx'));
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
  expect(words).toContain('Modern slavery');
  expect(words).toContain('Agencies are changed first');
  expect(words).toContain('The adviser had meant another product.');
  expect(words).toContain('A core right is missing.');
  expect(words).toContain('Signed the contracts with two suppliers.');
  // Assessors are told by where they stand, never by name.
  expect(words).not.toContain(WORKERS);
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).not.toHaveLength(0);
});

test('all of it is there after the app was closed, and the picture is the same to the last byte', async () => {
  await hearken.close();
  await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect((await theRound()).stage).toBe('closed');
  expect(await scores(LEGAL, UNION)).toBe('4112');
  for (const [picture, svg] of closed) expect(await matrixOf(picture), picture).toEqual(svg);
  await goTo(page, `/decisions/${(await theRound()).id}`);
  await page.getByTestId('decisions').getByText('Agencies are changed first').waitFor();
});

test('nothing of all this wrote an error to the window’s console', () => {
  expect(hearken.pageErrors).toEqual([]);
});
