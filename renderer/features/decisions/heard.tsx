import { Anchor, Text, Title } from '@mantine/core';
import type { Id } from '#shared/model/basics.ts';
import type { Round } from '#shared/model/round.ts';
import { useEvidence } from '../../store/evidence.ts';
import { EvidenceList } from '../../ui/evidence-list.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import type { Subject } from './subject.ts';

/** Quotes of an issue that are shown beside a decision, alone and as one of a theme; the matrix shows all. */
const MOST_SHOWN = 5;
const MOST_OF_MANY = 2;

/** The words that a decision rests on, of every issue of a theme; each one click from its place in the dialogue. */
export function Heard({ subject: { heardOf }, round }: { subject: Subject; round: Round }) {
  const { t, local } = useSpeech();
  const many = heardOf.length > 1;
  return (
    <section data-testid="decision-evidence">
      <Title order={3} size="h5" mb={4}>
        {t('decisions.form.evidence')}
      </Title>
      {heardOf.map(({ id, name }) => (
        <HeardOf
          key={id}
          issueId={id}
          name={many ? local(name) : null}
          most={many ? MOST_OF_MANY : MOST_SHOWN}
          round={round}
        />
      ))}
    </section>
  );
}

interface HeardOfProps {
  readonly issueId: Id;
  /** Null where it need not be said. */
  readonly name: string | null;
  readonly most: number;
  readonly round: Round;
}

function HeardOf({ issueId, name, most, round }: HeardOfProps) {
  const { t, language } = useSpeech();
  const evidence = useEvidence(issueId, round.dialogueIds, language);
  if (!evidence) return null;
  const more = evidence.length - most;
  return (
    <div data-issue={issueId}>
      {name && (
        <Title order={4} size="h6" mt="sm" mb={4}>
          {t('decisions.form.evidence.of', { issue: name, count: evidence.length })}
        </Title>
      )}
      {evidence.length === 0 && !name && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('decisions.form.evidence.none')}
        </Text>
      )}
      <EvidenceList rows={evidence.slice(0, most)} />
      {(more > 0 || !name) && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          mt="xs"
          onClick={() => go(`${links.matrix(round.id)}?issue=${issueId}`)}
        >
          {more > 0 ? t('decisions.form.evidence.more', { count: more }) : t('decisions.form.matrix')}
        </Anchor>
      )}
    </div>
  );
}
