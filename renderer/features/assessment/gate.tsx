import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Assessor } from '#shared/model/round.ts';
import { isLacking, sealOf } from '#shared/seal/names.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { FinishButton } from './finish-button.tsx';
import { GateText } from './gate-text.tsx';
import { OpenByPassphrase } from './open-by-passphrase.tsx';
import type { Rater } from './rater.ts';
import type { RoundRows } from './round-rows.ts';
import { SharedComputer } from './shared-computer.tsx';
import { useSeal } from './use-seal.ts';

export interface GateProps {
  readonly rows: RoundRows;
  readonly assessor: Assessor;
  readonly rater: Rater;
  /** Called when the ratings are open: the first question has the keyboard then. */
  readonly onOpen: () => void;
}

/** In place of ratings that are not to be seen: whose they are, and how they are opened. */
export function Gate({ rows, assessor, rater, onOpen }: GateProps) {
  const { t } = useSpeech();
  const seal = sealOf(rows.seals, rows.round.id, assessor.id);
  const own = rows.round.assessors.find(({ id }) => id === rater.names.own);
  const withheld = seal && isLacking(seal, rows.ratings) ? seal.withheld : null;
  return (
    <Paper withBorder p="lg" maw="38rem" data-testid="gate">
      <Stack gap="md">
        {withheld && (
          <Text size="sm" role="status">
            {t(withheld.box === null ? 'seal.withheld' : 'seal.withheld.box', {
              count: withheld.ratings,
              name: assessor.name,
            })}
          </Text>
        )}
        {rater.access === 'passphrase' && seal && (
          <OpenByPassphrase rows={rows} assessor={assessor} seal={seal} onOpen={onOpen} />
        )}
        {rater.access === 'claim' && <Claim rows={rows} assessor={assessor} onOpen={onOpen} />}
        {rater.access === 'share' && own && (
          <SharedComputer rows={rows} assessor={assessor} own={own} onOpen={onOpen} />
        )}
        {rater.access !== 'passphrase' && <Done rows={rows} assessor={assessor} />}
      </Stack>
    </Paper>
  );
}

/** Whoever rated elsewhere, and has no passphrase, can be said to have finished without a look at their ratings. */
function Done({ rows, assessor }: Pick<GateProps, 'rows' | 'assessor'>) {
  if (!rows.ratings.some(({ assessorId }) => assessorId === assessor.id)) return null;
  return (
    <Group justify="flex-end">
      <FinishButton rows={rows} assessor={assessor} hidden />
    </Group>
  );
}

function Claim({ rows, assessor, onOpen }: Pick<GateProps, 'rows' | 'assessor' | 'onOpen'>) {
  const { t } = useSpeech();
  const { name } = assessor;
  const { claim } = useSeal(rows.round);
  return (
    <GateText title={t('seal.claim.title')} text={t('seal.claim.text', { name })}>
      <Group>
        <Button
          onClick={() => {
            onOpen();
            claim(assessor);
          }}
        >
          {t('seal.claim.confirm', { name })}
        </Button>
      </Group>
    </GateText>
  );
}
