import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Checklist } from '#shared/statement/checklist.ts';
import { checklistOf, checklists } from '#shared/statement/checklists.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/checklists');
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

describe('the checklists', () => {
  it('are all files of the folder, each under its own name', () => {
    const files = readdirSync(folder).map((name) => path.basename(name, '.json'));
    expect(
      checklists()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(files.sort());
  });

  it.each(checklists().map((one) => [one.id, one] as const))(
    '%s: every requirement has a number of its own, words in both languages, and gathers something',
    (_id, { requirements, ...head }) => {
      expect(new Set(requirements.map(({ number }) => number)).size).toBe(requirements.length);
      const texts = [
        ...[head.name, head.statement, head.source, head.note],
        ...requirements.flatMap(({ title, asks }) => [title, asks]),
      ];
      for (const { en, ja } of texts) {
        expect(en).not.toMatch(JAPANESE);
        expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|GRI|ESRS/u);
        expect(en.trim()).toBe(en);
        expect(ja.trim()).toBe(ja);
      }
    },
  );

  it('hold the numbers of their standards', () => {
    const numbers = (id: string) => checklistOf(id).requirements.map(({ number }) => number);
    expect(numbers('uk-msa-54')).toEqual([
      '54(4)',
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `54(5)(${letter})`),
      '54(6)',
      '54(7)',
    ]);
    expect(numbers('ungp-31')).toEqual([...'abcdefgh'].map((letter) => `31(${letter})`));
    expect(numbers('au-msa-16').filter((one) => one.startsWith('16(1)'))).toHaveLength(7);
    expect(numbers('gri-2-3').filter((one) => one.startsWith('2-25'))).toHaveLength(5);
    expect(numbers('ungp-rf').slice(0, 10)).toEqual([
      ...['A1', 'A1.1', 'A1.2', 'A1.3', 'A2', 'A2.1', 'A2.2', 'A2.3', 'A2.4', 'A2.5'],
    ]);
  });

  it('say which numbers were not checked, and of which standard only the outline is known', () => {
    const unchecked = (id: string) => checklistOf(id).requirements.filter(({ verified }) => !verified).length;
    expect(unchecked('uk-msa-54')).toBe(0);
    expect(unchecked('uk-tisc-2025')).toBe(checklistOf('uk-tisc-2025').requirements.length);
    expect(unchecked('no-transparency')).toBe(checklistOf('no-transparency').requirements.length);
    expect(checklistOf('uk-tisc-2025').note.en).toContain('outline');
  });

  it('ask part C of each theme and the criteria of principle 31 of each channel', () => {
    const asked = (id: string, beginning: string) =>
      new Set(
        checklistOf(id)
          .requirements.filter(({ number }) => number.startsWith(beginning))
          .map((one) => one.asked),
      );
    expect([...asked('ungp-rf', 'C')]).toEqual(['theme']);
    expect([...asked('ungp-rf', 'A')]).toEqual(['once']);
    expect([...asked('ungp-31', '31')]).toEqual(['channel']);
  });

  it('are refused where they hold what nobody knows, or gather what there is not', () => {
    const [first] = checklists();
    const requirement = first?.requirements[0];
    const gathering = (gathers: unknown) => ({ ...first, requirements: [{ ...requirement, gathers }] });
    expect(Checklist.safeParse(first).success).toBe(true);
    expect(Checklist.safeParse({ ...first, more: 1 }).success).toBe(false);
    expect(Checklist.safeParse(gathering([])).success).toBe(false);
    expect(Checklist.safeParse(gathering([{ from: 'entries', kinds: ['rumour'] }])).success).toBe(false);
    expect(() => checklistOf('uk-msa-55')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'checklist-unknown' }) }),
    );
  });
});
