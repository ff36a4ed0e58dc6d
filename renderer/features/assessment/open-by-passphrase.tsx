import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Assessor } from '#shared/model/round.ts';
import type { Seal } from '#shared/model/seal.ts';
import { isLacking } from '#shared/seal/names.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { GateText } from './gate-text.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RoundRows } from './round-rows.ts';
import { useSeal } from './use-seal.ts';

export interface OpenByPassphraseProps {
  readonly rows: RoundRows;
  readonly assessor: Assessor;
  readonly seal: Seal;
  readonly onOpen: () => void;
}

/** Asks for the passphrase of an assessor; who has forgotten it is told what can be done, and what that means. */
export function OpenByPassphrase({ rows, assessor, seal, onOpen }: OpenByPassphraseProps) {
  const { t } = useSpeech();
  const { name } = assessor;
  const { busy, open, lift } = useSeal(rows.round);
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  return (
    <GateText title={t('seal.locked.title', { name })} text={t('seal.locked.text', { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onOpen();
          void open(assessor, seal, passphrase).then((opened) => setWrong(opened === false));
        }}
      >
        <Stack gap="sm">
          <PassphraseField
            label={t('seal.passphrase.of', { name })}
            value={passphrase}
            error={wrong && t('seal.passphrase.wrong', { name })}
            onChange={(value) => {
              setPassphrase(value);
              setWrong(false);
            }}
            autoFocus
          />
          <Group justify="space-between">
            <Button type="submit" loading={busy} disabled={passphrase === ''}>
              {t('seal.locked.open')}
            </Button>
            {/* What a copy was made without, nothing but the passphrase brings into it. */}
            {!isLacking(seal, rows.ratings) && (
              <Anchor component="button" type="button" size="sm" onClick={() => setForgotten(true)}>
                {t('seal.passphrase.forgotten')}
              </Anchor>
            )}
          </Group>
        </Stack>
      </form>
      {forgotten && (
        <ReasonDialog
          title={t('seal.passphrase.forgotten')}
          text={t('seal.forgotten.text')}
          label={t('log.why')}
          hint={t('log.why.hint')}
          confirm={t('seal.lift.confirm')}
          draftKey={`seal-lift/${rows.round.id}/${assessor.id}`}
          onConfirm={(why) => {
            onOpen();
            return lift([assessor], why).then(Boolean);
          }}
          onClose={() => setForgotten(false)}
        />
      )}
    </GateText>
  );
}
