import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fieldsOf, planMerge, type RatingFields } from '#shared/edit/merge-ratings.ts';
import { blankRating } from '#shared/edit/rating.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Assessor } from '#shared/model/round.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';
import type { Asked } from '#shared/sheet/columns.ts';
import { cellOf, ratingSheet } from '#shared/sheet/rating-sheet.ts';
import { readSheet, type SheetResult } from '#shared/sheet/read-sheet.ts';
import { Redactor } from '#shared/sheet/redactor.ts';
import { makeDialogue, makeIssue, makeParticipant, makeRound, makeTurn } from '../../fixtures/state.ts';

export const AT = '2024-07-01T12:00:00.000Z';

/** Fixed ids: the file that LibreOffice saved (tests/fixtures/sheets) belongs to this office. */
export const id = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export function assessor(number: number, name: string): Assessor {
  return { id: id(number), name, voice: 'expert', personId: null, conflict: '', withdrawn: false };
}

export function rating(state: WorkspaceState, fields: Partial<Rating>): Rating {
  const place = {
    roundId: state.rounds[0]?.id ?? '',
    issueId: state.issues[0]?.id ?? '',
    assessorId: id(31),
  };
  return { ...blankRating(place, newId(), AT), ...fields };
}

/** An office with one dialogue, three issues that were spoken of, and a round of two assessors. */
export function makeOffice(attribution: AttributionPolicy = 'named'): WorkspaceState {
  const dialogue = makeDialogue({ id: id(1), attribution, title: 'Talks at the quay' });
  const osei = makeParticipant(dialogue.id, { id: id(2) });
  const issues = [
    ['fees', 'Recruitment fees', '斡旋手数料'],
    ['papers', 'Kept papers', '身分証の預かり'],
    ['hours', 'Long hours', '長時間労働'],
  ].map(([code = '', en = '', ja = ''], order) =>
    makeIssue({
      id: id(10 + order),
      code,
      order,
      name: { en, ja },
      definition: { en: `What counts as ${en.toLowerCase()}.`, ja: `${ja}に当たるもの。` },
    }),
  );
  const words = ['Brokers take the first wages.', 'Papers stay with the captain.', 'Crews sleep four hours.'];
  const turns = words.map((text, order) =>
    makeTurn(dialogue.id, { id: id(40 + order), order, text, participantId: osei.id }),
  );
  const passages = turns.map((turn, order) => ({
    id: id(50 + order),
    dialogueId: dialogue.id,
    turnId: turn.id,
    start: 0,
    end: turn.text.length,
    quote: turn.text,
    before: '',
    after: '',
    attribution: null,
    state: 'anchored' as const,
  }));
  const codings = passages.map((passage, order) => ({
    id: id(60 + order),
    dialogueId: dialogue.id,
    passageId: passage.id,
    issueId: id(10 + order),
    coder: 'Ren',
    at: AT,
    memo: 'SECRET memo',
    reconciled: null,
  }));
  return {
    ...emptyState(),
    workspace: [
      {
        id: id(90),
        name: { en: 'Harbour office' },
        company: { en: 'Quay Lines' },
        companyAliases: [],
        languages: ['en', 'ja'],
        fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
        taxonomyVersion: '',
        notice: {},
        copy: null,
      },
    ],
    dialogues: [dialogue],
    participants: [osei],
    turns,
    passages,
    codings,
    issues,
    rounds: [
      makeRound({
        id: id(20),
        name: { en: 'Year of the tests' },
        issueIds: issues.map((one) => one.id),
        dialogueIds: [dialogue.id],
        assessors: [assessor(31, 'Noor Haddad'), assessor(32, 'Tomás Vidal')],
      }),
    ],
  };
}

export function roundOf(state: WorkspaceState) {
  const [round] = state.rounds;
  if (!round) throw new Error('no round');
  return round;
}

/** The sheet of an assessor as it goes out. */
export function sheetFor(state: WorkspaceState, language: Language = 'en', assessorId = id(31)): Uint8Array {
  const redactor = new Redactor(state, translator(language)('report.withheldName'), language);
  const request = { roundId: id(20), assessorId, language, evidence: true, at: AT };
  return writeWorkbook(ratingSheet(state, request, redactor));
}

export function read(bytes: Uint8Array, state: WorkspaceState): SheetResult {
  return readSheet({ name: 'sheet.xlsx', bytes }, state, { language: 'en' });
}

/** What the sheet would do to the ratings that stand. */
export function planOf(bytes: Uint8Array, state: WorkspaceState) {
  const { offer } = read(bytes, state);
  if (!offer) throw new Error('nothing offered');
  return planMerge(state.ratings, offer);
}

/** The fields that a sheet asks for. */
export function askedOf(one: Rating | undefined): Partial<RatingFields> {
  const { advice: _, sources: __, ...asked } = fieldsOf(one);
  return asked;
}

export type Fill = string | number | boolean | null | { readonly formula: string; readonly cached: string };

/** As a person fills a sheet in: by address of its first page, e.g. `{ E7: 4 }`. Null empties a cell. */
export function fill(bytes: Uint8Array, cells: Readonly<Record<string, Fill>>): Uint8Array {
  return rewrite(bytes, 'xl/worksheets/sheet1.xml', (xml) => {
    let result = xml;
    for (const [address, value] of Object.entries(cells)) {
      const cell = new RegExp(`<c r="${address}"(?: s="(\\d+)")?[^>]*?(?:/>|>.*?</c>)`, 's');
      const style = cell.exec(result)?.[1] ?? '0';
      const written = cellXml(address, style, value);
      if (cell.test(result)) result = result.replace(cell, () => written);
      else {
        const row = /\d+$/.exec(address)?.[0] ?? '';
        const open = new RegExp(`(<row r="${row}"[^>]*?)(?:/>|>(.*?)</row>)`, 's');
        result = open.test(result)
          ? result.replace(open, (_, head: string, inside = '') => `${head}>${inside}${written}</row>`)
          : result.replace('</sheetData>', () => `<row r="${row}">${written}</row></sheetData>`);
      }
    }
    return result;
  });
}

function cellXml(address: string, style: string, value: Fill): string {
  const head = `<c r="${address}" s="${style}"`;
  if (value === null) return `${head}/>`;
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string')
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return `${head}><f>${escaped(value.formula)}</f><v>${value.cached}</v></c>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Changes a part of a file. */
export function rewrite(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = strToU8(change(strFromU8(parts[path] ?? new Uint8Array())));
  // Stored: what tests repeat would compress so well that it is taken for a bomb.
  return zipSync({ ...parts, [path]: part }, { level: 0 });
}

/** Address of an answer: of the first issue's row, the second's … */
export function at(row: number, field: Asked): string {
  return cellOf(row, field);
}
