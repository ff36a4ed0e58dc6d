import { Group, NativeSelect } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { stricterThan } from '#shared/edit/attribution.ts';
import { attributionOf, policyFor } from '#shared/model/attribution.ts';
import {
  ATTRIBUTION_POLICIES,
  type AttributionPolicy,
  type Dialogue,
  type Participant,
} from '#shared/model/dialogue.ts';
import type { Passage } from '#shared/model/turn.ts';
import { AttributionBadge } from '../../../ui/attribution-badge.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';

/** To whom the words of a passage may be attributed; for the open one also the choice to hold them more closely. */
export function PassageAttribution({
  dialogue,
  speaker,
  passage,
  open,
  onChange,
}: {
  dialogue: Dialogue;
  speaker: Participant | null | undefined;
  passage: Passage;
  open: boolean;
  onChange: (policy: AttributionPolicy | null) => void;
}) {
  const { t } = useSpeech();
  const stricter = stricterThan(dialogue.attribution);
  const own = passage.attribution !== null && stricter.includes(passage.attribution);
  const policy = t(`policy.${dialogue.attribution}`);
  return (
    <>
      <Group gap={4} mt={2} data-testid="passage-attribution">
        {own && <IconLock size={12} aria-label={t(`policy.${policyFor(dialogue, passage)}`)} />}
        <AttributionBadge attribution={attributionOf(dialogue, speaker, passage)} />
      </Group>
      {open && stricter.length > 0 && (
        <NativeSelect
          mt={4}
          size="xs"
          label={t('attribution.passage')}
          description={t('attribution.passage.hint', { policy })}
          value={own ? (passage.attribution ?? '') : ''}
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget: { value } }) =>
            onChange(ATTRIBUTION_POLICIES.find((one) => one === value) ?? null)
          }
          data={[
            { value: '', label: t('attribution.passage.asDialogue', { policy }) },
            ...stricter.map((one) => ({ value: one, label: t(`policy.${one}`) })),
          ]}
        />
      )}
    </>
  );
}
