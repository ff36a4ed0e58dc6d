import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { describeProblem } from '#shared/i18n/index.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { Answer } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import type { Ticked } from './asked.ts';
import { useSearchStatus } from './use-answer.ts';
import { WAYS } from './use-results.ts';

/** How many were found, of what and where: "142 turns in 7 dialogues". */
export function Found({ answer, chosen }: { answer: Answer; chosen: Ticked }) {
  const { t } = useSpeech();
  const kinds = chosen.kind ?? [];
  const wanted = (kind: keyof Answer['counts']) =>
    kinds.length === 0 || kinds.includes(kind) ? answer.counts[kind] : 0;
  const told = (list: readonly (keyof Answer['counts'])[]) =>
    list
      .filter((kind) => wanted(kind) > 0)
      .map((kind) => t(`search.found.${kind}`, { count: wanted(kind) }))
      .join(t('search.separator'));
  const said = told(['turn', 'advice']);
  const dialogues =
    chosen.dialogue && chosen.dialogue.length > 0
      ? answer.facets.dialogue.filter(({ chosen: on, count }) => on && count > 0).length
      : answer.facetTotals.dialogue;
  return (
    <Text size="sm" c="dimmed" role="status" data-testid="found">
      {answer.total === 0
        ? t('search.found.none', { searched: answer.searched })
        : said
          ? t('search.found.in', { what: said, dialogues })
          : told(WAYS)}
    </Text>
  );
}

/** How far the workspace has been read, while it is; what went wrong, and trying again. */
export function Progress({
  asked,
  problem,
  onAgain,
}: {
  asked: boolean;
  problem: Problem | null;
  onAgain: () => void;
}) {
  const { t } = useSpeech();
  const { progress } = useSearchStatus();
  const failed = progress.state === 'failed' ? progress.problem : problem;
  return (
    <>
      {asked && progress.state === 'reading' && (
        <Group gap="xs" role="status">
          <Loader size={14} />
          <Text size="xs" c="dimmed">
            {t('search.reading', { share: progress.share })}
          </Text>
        </Group>
      )}
      {failed && (
        <Alert color="red" role="alert">
          <Group justify="space-between" gap="md">
            <Text size="sm">{describeProblem(t, failed)}</Text>
            <Button size="xs" variant="default" onClick={onAgain}>
              {t('search.again')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
