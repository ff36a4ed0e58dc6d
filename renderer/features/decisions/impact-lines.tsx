import { Accordion, Alert, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { countedRatings } from '#shared/assessment/panel.ts';
import type { Rating } from '#shared/model/rating.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageName, writtenIn } from '../../ui/language-fields.tsx';
import { ImpactFields } from './impact-fields.tsx';
import type { Subject } from './subject.ts';
import { useImpacts } from './use-impacts.ts';

export interface ImpactLinesProps {
  readonly subject: Subject;
  readonly assessment: RoundAssessment;
  /** Of the round, as it sees them. */
  readonly ratings: readonly Rating[];
}

/** The impact line of an issue, or those of a theme's issues one below the other. */
export function ImpactLines({ subject, assessment, ratings }: ImpactLinesProps) {
  const { t, local, language: spoken } = useSpeech();
  const { round } = assessment;
  const impacts = useImpacts(round);
  const workspace = useRows(async (db) => (await db.workspace.toArray())[0], []);
  const [chosen, choose] = useState<string | null>(null);
  if (!impacts || !workspace) return null;
  const languages = writtenIn(workspace);
  const language = chosen ?? (languages.includes(spoken) ? spoken : (languages[0] ?? spoken));
  const fields = ({ id, name }: Subject['heardOf'][number]) => (
    <ImpactFields
      round={round}
      issueId={id}
      name={local(name)}
      impact={impacts.get(id)}
      ratings={countedRatings(round, ratings).filter(({ issueId }) => issueId === id)}
      assessed={assessment.issues.find(({ issueId }) => issueId === id)}
      language={language}
    />
  );
  const inRound = subject.heardOf.filter(({ id }) => round.issueIds.some((own) => own === id));
  const [only] = inRound;
  return (
    <Stack gap="sm">
      {round.stage === 'closed' ? (
        <Alert color="gray" py={6}>
          {t('impact.closed')}
        </Alert>
      ) : (
        <Text size="xs" c="dimmed">
          {t('impact.intro')}
        </Text>
      )}
      {languages.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('settings.languages')}
          value={language}
          onChange={choose}
          data={languages.map((value) => ({ value, label: languageName(value) }))}
        />
      )}
      {subject.subject.kind === 'issue' ? (
        only && fields(only)
      ) : (
        <Accordion variant="separated" chevronPosition="left" keepMounted={false}>
          {inRound.map((one) => (
            <Accordion.Item key={one.id} value={one.id}>
              <Accordion.Control>
                <Text size="sm" fw={500}>
                  {local(one.name)}
                </Text>
                <Text size="xs" c="dimmed" lineClamp={1}>
                  {local(impacts.get(one.id)?.affected) || t('impact.connection.unsaid')}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>{fields(one)}</Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Stack>
  );
}
