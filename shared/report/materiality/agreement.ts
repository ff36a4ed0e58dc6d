import { dissentText, dividedNames } from '../../assessment/dissent-words.ts';
import type { Translate } from '../../i18n/index.ts';
import { DIMENSIONS } from '../../model/round.ts';
import type { Block } from '../document.ts';
import type { IssueLine, MaterialitySummary, MinorityLine } from '../model/materiality.ts';
import { coefficientText } from '../model/numbers.ts';
import { RATINGS } from '../model/sources.ts';
import { cites, listed, type SectionWriter, sentences } from '../section.ts';

/** How far the assessors agree, where they are divided and why, and how far places depend on the reading. */
export const agreement: SectionWriter<MaterialitySummary> = (summary, { t, pictures }) => {
  if (summary.issues.every((one) => one.rank === null)) return null;
  const blocks: Block[] = [];
  if (summary.assessors < 2) {
    blocks.push({ kind: 'paragraph', text: t('report.agreement.one') });
  } else {
    blocks.push(
      { kind: 'paragraph', text: t('report.agreement.reading') },
      {
        kind: 'table',
        caption: t('report.agreement.caption'),
        cites: cites(RATINGS),
        columns: [
          { head: t('report.dimension'), share: 60 },
          { head: t('report.alpha'), share: 40, align: 'center' },
        ],
        rows: DIMENSIONS.map((dimension) => {
          const alpha = summary.agreement[dimension];
          return [
            t(`dimension.${dimension}`),
            alpha === null ? t('report.alpha.undefined') : coefficientText(alpha),
          ];
        }),
      },
    );
    const divided = summary.issues.filter((one) => one.dividedOn.length > 0 || one.splits.length > 0);
    if (divided.length === 0) {
      blocks.push({ kind: 'paragraph', text: t('report.divided.none') });
    } else {
      blocks.push(
        { kind: 'heading', level: 2, text: t('report.divided') },
        { kind: 'paragraph', text: t('report.divided.reading'), before: true },
        ...divided.flatMap((one) => dividedBlocks(one, t)),
      );
    }
  }
  blocks.push(
    { kind: 'heading', level: 2, text: t('report.robustness') },
    {
      kind: 'paragraph',
      text: robustnessText(summary, t),
      ...(pictures.has('tornado') ? { before: true } : {}),
    },
  );
  if (pictures.has('tornado'))
    blocks.push({
      kind: 'picture',
      picture: 'tornado',
      caption: t('report.robustness.caption'),
      cites: cites(RATINGS),
      alt: t('report.robustness.alt', {
        top: summary.topIssues,
        names: listed(t, summary.depends.top) || t('report.none'),
      }),
    });
  return { id: 'agreement', appendix: true, title: t('report.agreement'), blocks };
};

/** An issue on which the assessors are divided, with the reasons of those who stand apart. */
function dividedBlocks(one: IssueLine, t: Translate): Block[] {
  const dimensions = listed(t, dividedNames(t, one));
  const reasoned = one.minority.filter(({ rationale }) => rationale !== '');
  const silent = one.minority.filter(({ rationale }) => rationale === '');
  return [
    {
      kind: 'list',
      items: [
        [
          { text: one.name, strong: true },
          t('report.colon'),
          dimensions,
          ...(silent.length > 0
            ? [
                {
                  text: ` ${t('report.minority.silent', {
                    who: listed(
                      t,
                      silent.map((view) => whoText(view, t)),
                    ),
                  })}`,
                  quiet: true as const,
                },
              ]
            : []),
        ],
      ],
    },
    ...reasoned.map((view) => ({
      kind: 'quote' as const,
      text: view.rationale,
      source: whoText(view, t),
    })),
  ];
}

/** `An assessor (Expert): scale 2, median 5`. */
function whoText({ voice, dissents }: MinorityLine, t: Translate): string {
  return t('report.minority', {
    voice: t(`voice.${voice}`),
    stands: listed(
      t,
      dissents.map((dissent) => dissentText(t, dissent)),
    ),
  });
}

/** What holds however the ratings are read: tier, suggestion and the first places, each said by itself. */
export function robustnessText(
  { rules, oneStep: { moves, kept }, topIssues: top, depends }: MaterialitySummary,
  t: Translate,
): string {
  const first =
    depends.top.length === 0
      ? t('report.robustness.stable', { top })
      : t('report.robustness.uncertain', { top, names: listed(t, depends.top) });
  if (rules.version === 'severity-first-1')
    return sentences(t, [first, t('report.robustness.moves', { moves, changed: moves - kept.top, top })]);
  const holds = (conclusion: 'tier' | 'level') =>
    depends[conclusion].length === 0
      ? t(`report.robustness.${conclusion}.same`)
      : t(`report.robustness.${conclusion}.depends`, { names: listed(t, depends[conclusion]) });
  return sentences(t, [
    t('report.robustness.readings'),
    holds('tier'),
    holds('level'),
    first,
    t('report.robustness.steps', {
      moves,
      tier: moves - kept.tier,
      level: moves - kept.level,
      first: moves - kept.top,
      top,
    }),
  ]);
}
