import { Skeleton, Stack } from '@mantine/core';
import type { IdOf } from '#shared/model/id.ts';
import classes from '../../dialogs/report/blocks.module.css';
import { Blocks } from '../../dialogs/report/blocks.tsx';
import { readReport } from '../../dialogs/report/create-report.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { Page } from '../../ui/page.tsx';
import { RoundLinks } from './round-links.tsx';
import { RoundProblem } from './round-problem.tsx';
import { useFollowed } from './use-followed.ts';

/** The sections of the Word summary that say how a result came about, in their order here: the method first. */
const SECTIONS = [
  'method',
  'scales',
  'agreement',
  'cards',
  'groups',
  'divergence',
  'changes',
  'limits',
  'gaps',
] as const;

/** The method page: written by the app from what was recorded, the same words as in the Word summary. */
export function MethodView({ roundId }: { roundId: IdOf<'rounds'> }) {
  const { t, language } = useSpeech();
  const round = useRows((db) => db.rounds.get(roundId), [roundId]);
  const shown = useFollowed(async (signal) => {
    const { seq, value } = await readReport({ kind: 'materiality', subjectId: roundId, language }, signal);
    return { seq, value: SECTIONS.flatMap((id) => value.filter((section) => section.id === id)) };
  }, [roundId, language].join(' '));
  const sections = shown.state === 'failed' ? null : shown.value;
  return (
    <Page
      title={t('reports.method')}
      description={round && t('reports.method.description', { round: round.name })}
      above={<RoundLinks roundId={roundId} here="method" />}
    >
      {shown.state === 'failed' && <RoundProblem problem={shown.problem} />}
      {shown.state === 'working' && !sections && (
        <Stack gap="xs" role="status" aria-busy aria-label={t('reports.preview.working')} maw="60rem">
          {[0.9, 0.6, 0.8, 0.7].map((width) => (
            <Skeleton key={width} h={14} w={`${width * 100}%`} />
          ))}
        </Stack>
      )}
      {sections && (
        <div className={classes.page} data-testid="method-page" aria-busy={shown.state === 'working'}>
          <nav className={classes.contents} aria-label={t('reports.method.sections')}>
            {sections.map(({ id, title }) => (
              <button
                key={id}
                type="button"
                onClick={() => {
                  document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });
                }}
              >
                {title}
              </button>
            ))}
          </nav>
          <article className={classes.article}>
            {sections.map((section) => (
              <Blocks key={section.id} section={section} />
            ))}
          </article>
        </div>
      )}
    </Page>
  );
}
