import { describe, expect, it } from 'vitest';
import { quadrantOf } from '#shared/assessment/double-materiality.ts';
import { overlaps } from '#shared/chart/geometry.ts';
import { LEGACY_IDS, LENS_IDS, lensOf, type PictureId } from '#shared/chart/lens.ts';
import { labelBoxes, type MatrixOptions, matrixLayout, matrixPicture } from '#shared/chart/matrix.ts';
import { changeOf } from '#shared/chart/moves.ts';
import { SHAPES } from '#shared/chart/palette.ts';
import { rankLabel } from '#shared/chart/signs.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { type Language, translator } from '#shared/i18n/index.ts';
import { type Crowd, crowd } from './many.ts';
import { expectSound, textsIn } from './pictures.ts';

const PICTURES: readonly PictureId[] = [...LENS_IDS, ...LEGACY_IDS];

function draw(
  { assessment, nameOf, change }: Crowd,
  language: Language,
  lens: PictureId,
  more: Partial<MatrixOptions> = {},
) {
  return matrixLayout(
    { assessment, nameOf: nameOf(language), title: 'Round', note: '', change: change(language) },
    { t: translator(language), language, lens, width: 1280, height: 800, ...more },
  );
}

describe.each([5, 20, 60])('%i issues with long names at 1280 × 800', (count) => {
  const round = crowd(count);
  it.each(PICTURES.flatMap((lens) => [[lens, 'en'] as const, [lens, 'ja'] as const]))(
    '%s, %s: nothing lies upon anything, and every issue is drawn or listed',
    (lens, language) => {
      const scene = draw(round, language, lens);
      expectSound(scene);
      const { labels, marks } = labelBoxes(scene);
      for (const { id, box } of labels) for (const mark of marks) expect(overlaps(box, mark), id).toBe(false);
      for (const [index, mark] of marks.entries())
        for (const other of marks.slice(0, index))
          expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThan(mark.width);

      const nameOf = round.nameOf(language);
      const listed = new Set(textsIn(scene.front).map(({ text }) => text));
      const drawn = new Set(scene.items.map(({ id }) => id));
      const named = new Set(labels.map(({ id }) => id));
      // A name that is cut short beside its mark is told whole in the list.
      const cut = new Set(
        scene.items
          .filter(({ shapes }) =>
            textsIn(shapes).some(({ role, text }) => role === 'label' && text.endsWith('…')),
          )
          .map(({ id }) => id),
      );
      for (const issue of round.assessment.issues) {
        const { issueId } = issue;
        const name = nameOf(issueId);
        if (!drawn.has(issueId)) expect(listed, name).toContain(name);
        else if (!named.has(issueId) || cut.has(issueId))
          expect(listed, name).toContain(`${rankLabel(issue)} ${name}`);
      }
    },
  );
});

describe('a picture', () => {
  const round = crowd(20);

  it('is the same whatever order issues come in, byte for byte', () => {
    const turned = crowd(20);
    for (const lens of PICTURES)
      expect(
        svgOf(
          draw(
            {
              ...round,
              change: () => {
                const one = round.change('en');
                return { ...one, moves: [...one.moves].reverse() };
              },
            },
            'en',
            lens,
          ),
        ),
      ).toBe(svgOf(draw(round, 'en', lens)));
    expect(turned.assessment.issues.map(({ position }) => position)).toEqual(
      round.assessment.issues.map(({ position }) => position),
    );
  });

  it('never crops its axes to what is there', () => {
    for (const lens of LENS_IDS) {
      const ticks = textsIn(draw(crowd(3), 'en', lens).backdrop)
        .filter(({ role }) => role === 'axis')
        .map(({ text }) => text);
      for (const tick of lensOf(lens).ticks) expect(ticks).toContain(lensOf(lens).tickText(tick));
    }
  });

  it('tells marks apart without colour: categories by shape, states by line and fill', () => {
    const scene = draw(round, 'en', 'salience');
    const outlines = new Map(
      scene.items.map((item) => {
        const issue = round.assessment.issues.find(({ issueId }) => issueId === item.id);
        const filled = item.shapes.find(
          (shape) => shape.kind === 'path' && shape.d === SHAPES[issue?.category ?? 'general'](item.radius),
        );
        return [item.id, filled !== undefined || issue?.nature === 'actual'] as const;
      }),
    );
    expect([...outlines.values()].every(Boolean)).toBe(true);
  });

  it('keeps whiskers of a crowd for the issue that is looked at', () => {
    const scene = draw(crowd(40), 'en', 'salience');
    expect(scene.backdrop.some(({ role }) => role === 'whisker')).toBe(false);
    expect(scene.items.some(({ detail }) => detail?.some(({ role }) => role === 'whisker'))).toBe(true);
  });

  it('leads back from a place to what it means', () => {
    const { spotOf, positionAt } = matrixPicture(
      { assessment: round.assessment, nameOf: round.nameOf('en'), title: '', note: '' },
      { t: translator('en'), language: 'en' },
    );
    for (const position of [
      { severity: 4, across: 2 },
      { severity: 1, across: 5 },
      { severity: 3, across: 'after' as const },
    ]) {
      const back = positionAt(spotOf(position));
      expect(back.severity).toBeCloseTo(position.severity);
      if (typeof position.across === 'number') expect(back.across).toBeCloseTo(position.across);
      else expect(back.across).toBe(position.across);
    }
    expect(positionAt({ x: -1e4, y: -1e4 }).severity).toBe(5);
  });
});

describe('double materiality', () => {
  it('calls an issue material by severity or by effect, and never nets one against the other', () => {
    expect(quadrantOf({ tier: 1, businessEffect: 1 }, 4)).toBe('impact');
    expect(quadrantOf({ tier: 2, businessEffect: 5 }, 4)).toBe('both');
    expect(quadrantOf({ tier: 3, businessEffect: 4 }, 4)).toBe('business');
    expect(quadrantOf({ tier: 3, businessEffect: null }, 4)).toBe('neither');
    expect(quadrantOf({ tier: null, businessEffect: null }, 4)).toBe('neither');
  });

  it('draws “impact only” as heavily as “both”', () => {
    const scene = draw(crowd(20), 'en', 'double');
    const caption = (text: string) => textsIn(scene.backdrop).find((shape) => shape.text === text);
    const { size, bold, fill } = caption('Impact only') ?? {};
    expect(bold).toBe(true);
    expect(caption('Both')).toMatchObject({ size, bold, fill });
    // One ground from edge to edge above the line, not two.
    const grounds = scene.backdrop.filter(({ role, fill: paint }) => role === 'region' && paint === 'tier1');
    expect(grounds).toHaveLength(1);
  });
});

describe('change', () => {
  const round = crowd(20);
  const scene = draw(round, 'en', 'change');
  const { moves } = round.change('en');
  const arrowsOf = (id: string) => scene.backdrop.filter(({ role, item }) => role === 'arrow' && item === id);

  it('draws an arrow where an issue moved, and none where it stayed or is new', () => {
    for (const issue of round.assessment.issues) {
      const from = moves.find(({ issueId }) => issueId === issue.issueId)?.from;
      const across = lensOf('change').across(issue);
      const stayed = from && from.severity === issue.severityFloor?.shown && from.across === across;
      if (!from || stayed) expect(arrowsOf(issue.issueId), `${issue.position}`).toEqual([]);
      else expect(arrowsOf(issue.issueId).length, `${issue.position}`).toBeGreaterThan(0);
    }
  });

  it('breaks the line of what is restated and says so', () => {
    const broken = new Set(
      scene.backdrop.filter(({ role, dash }) => role === 'arrow' && dash).map(({ item }) => item),
    );
    expect(broken.size).toBeGreaterThan(0);
    for (const id of broken) {
      expect(moves.find(({ issueId }) => issueId === id)?.restated).toBe(true);
      expect(scene.items.find((item) => item.id === id)?.description).toContain('restated');
    }
  });

  it('names what entered and what left', () => {
    const entered = moves.filter((one) => one.entered).map(({ issueId }) => issueId);
    for (const id of entered)
      expect(scene.items.find((item) => item.id === id)?.description).toContain(
        'New on the list since FY2023',
      );
    expect(textsIn(scene.front).map(({ text }) => text)).toContain(
      'Recruitment fees and debts of migrant workers in the supply chain',
    );
    expect(scene.backdrop.some(({ item }) => item === 'gone')).toBe(true);
  });

  it('takes what changed between two rounds as the assessment tells it', () => {
    const figure = (value: number) => ({ shown: value, ranking: value });
    const place = (severity: number, likelihood: number | null) => ({
      severity: figure(severity),
      severityFloor: figure(severity),
      likelihood: likelihood === null ? null : figure(likelihood),
      nature: likelihood === null ? ('actual' as const) : ('potential' as const),
      delay: false,
      tier: 1 as const,
      rank: 1,
    });
    const kept = { restated: false, moved: [], ranks: null, to: null } as const;
    const change = changeOf(
      {
        scales: null,
        issues: [
          { ...kept, issueId: 'a', from: place(3, 2), list: { kind: 'kept' }, restated: true },
          { ...kept, issueId: 'b', from: null, list: { kind: 'entered' } },
          { ...kept, issueId: 'c', from: place(5, null), list: { kind: 'left', retiredAfter: 2023 } },
        ],
      },
      { nameOf: (id) => `name of ${id}`, categoryOf: () => 'employees', earlier: 'E', later: 'L' },
    );
    expect(change?.moves).toEqual([
      { issueId: 'a', from: { severity: 3, across: 2 }, entered: false, restated: true },
      { issueId: 'b', from: null, entered: true, restated: false },
    ]);
    expect(change?.left).toEqual([
      { issueId: 'c', name: 'name of c', category: 'employees', from: { severity: 5, across: 'after' } },
    ]);
  });
});
