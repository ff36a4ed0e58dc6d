import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { IdOf } from '#shared/model/id.ts';
import type { Assessor } from '#shared/model/round.ts';
import { SHORTEST_PASSPHRASE, sealOf } from '#shared/seal/names.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { GateText } from './gate-text.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoundRows } from './round-rows.ts';
import { useSeal } from './use-seal.ts';

export interface SharedComputerProps {
  readonly rows: RoundRows;
  /** Who is about to rate. */
  readonly assessor: Assessor;
  /** Whom the person of this profile rates as. */
  readonly own: Assessor;
  readonly onOpen: () => void;
}

/** Several people rate at one computer: a passphrase keeps their ratings apart, or the round's log says that nothing does. */
export function SharedComputer({ rows, assessor, own, onOpen }: SharedComputerProps) {
  const { t } = useSpeech();
  const { round, seals } = rows;
  const { busy, lock, lift } = useSeal(round);
  const [typed, setTyped] = useState<Readonly<Record<IdOf<'assessors'>, string>>>({});
  const [same, setSame] = useState(false);
  const unkept = [own, assessor].filter(({ id }) => {
    const seal = sealOf(seals, round.id, id);
    return !seal?.lock && !seal?.liftedAt;
  });
  const isLong = ({ id }: Assessor) => (typed[id] ?? '').length >= SHORTEST_PASSPHRASE;
  const names = unkept.map(({ name }) => name).join(t('chart.separator'));
  return (
    <GateText
      title={t('seal.share.title', { name: assessor.name })}
      text={t('seal.share.text', { own: own.name })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const locks = unkept.map((one) => ({ assessor: one, passphrase: typed[one.id] ?? '' }));
          onOpen();
          void lock(locks);
        }}
      >
        <Stack gap="sm">
          {unkept.map((one, index) => (
            <PassphraseField
              key={one.id}
              label={t('seal.passphrase.of', { name: one.name })}
              {...(index === 0 && {
                hint: t('seal.passphrase.hint', { count: SHORTEST_PASSPHRASE }),
              })}
              value={typed[one.id] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [one.id]: value }))}
              autoFocus={index === 0}
            />
          ))}
          {unkept.length > 1 && (
            <Text size="sm" c="dimmed">
              {t('seal.share.elsewhere', { own: own.name, name: assessor.name })}
            </Text>
          )}
          <Group justify="space-between">
            <Button type="submit" loading={busy} disabled={!unkept.every(isLong)}>
              {t('seal.share.confirm')}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={() => setSame(true)}>
              {t('seal.share.same')}
            </Anchor>
          </Group>
        </Stack>
      </form>
      {same && (
        <ReasonDialog
          title={t('seal.share.same')}
          text={t('seal.share.same.text', { names })}
          label={t('log.why')}
          hint={t('log.why.hint')}
          confirm={t('seal.lift.confirm.same')}
          draftKey={`seal-lift/${round.id}/${assessor.id}`}
          onConfirm={(why) => {
            onOpen();
            return lift(unkept, why).then(Boolean);
          }}
          onClose={() => setSame(false)}
        />
      )}
    </GateText>
  );
}
