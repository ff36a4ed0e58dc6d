import { Alert, Button, CloseButton, Group, Text } from '@mantine/core';
import { IconBookmark, IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { KeptLayout } from '#shared/model/taught-layout.ts';
import { type Offer, offersFor } from '#shared/transcript/reread.ts';
import { withoutNames } from '#shared/transcript/taught.ts';
import { useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useLayoutActs } from './layout-acts.ts';
import { LayoutName } from './layout-name.tsx';
import type { Preview } from './queue-state.ts';
import { readBy, takeReading } from './session.ts';

/** So many kept layouts are offered for one text. */
const OFFERED = 2;

/** Kept layouts that explain the text better, and the offer to keep the one that was shown here. */
export function KeptLayouts({ preview: { read, taught } }: { preview: Preview }) {
  const kept = useRows((db) => db.layouts.toArray(), []);
  const offers = useMemo(() => offersFor(read, kept ?? []).slice(0, OFFERED), [read, kept]);
  const [refused, setRefused] = useState<ReadonlySet<unknown>>(new Set());
  const refuse = (one: unknown) => () => setRefused(new Set([...refused, one]));
  const isKept = kept?.some(({ layouts }) => isSame(layouts, taught)) ?? true;
  return (
    <>
      {offers.map(
        (offer) =>
          !refused.has(offer.kept.id) && (
            <OfferNotice key={offer.kept.id} offer={offer} onRefuse={refuse(offer.kept.id)} />
          ),
      )}
      {taught.length > 0 && !isKept && !refused.has(taught) && (
        <KeepNotice taught={taught} onRefuse={refuse(taught)} />
      )}
    </>
  );
}

/** Names are not kept, so they do not tell two layouts apart. */
function isSame(one: KeptLayout['layouts'], other: Preview['taught']): boolean {
  const plain = (layouts: Preview['taught']) => JSON.stringify(layouts.map(withoutNames));
  return plain(one) === plain(other);
}

interface Refusable {
  readonly onRefuse: () => void;
}

function OfferNotice({ offer: { kept, turns, people }, onRefuse }: { readonly offer: Offer } & Refusable) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [reading, setReading] = useState(false);
  const { name, layouts } = kept;
  const take = () => {
    setReading(true);
    void attempt(async () => takeReading(await readBy(layouts), layouts)).finally(() => setReading(false));
  };
  return (
    <Alert color="blue" icon={<IconWand />} py="xs" data-testid="layout-offer">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm">{t('import.layout.offer', { name, turns, people })}</Text>
        <Group gap={4} wrap="nowrap">
          <Button size="xs" loading={reading} onClick={take}>
            {t('import.layout.read', { name })}
          </Button>
          <CloseButton size="sm" aria-label={t('import.layout.refuse')} onClick={onRefuse} />
        </Group>
      </Group>
    </Alert>
  );
}

function KeepNotice({ taught, onRefuse }: { readonly taught: Preview['taught'] } & Refusable) {
  const { t } = useSpeech();
  const { keep } = useLayoutActs();
  const [naming, setNaming] = useState(false);
  return (
    <Alert color="blue" icon={<IconBookmark />} py="xs" data-testid="layout-keep">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm">{t('import.layout.keep.text')}</Text>
        <Group gap={4} wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => setNaming(true)}>
            {t('import.layout.keep')}
          </Button>
          <CloseButton size="sm" aria-label={t('common.close')} onClick={onRefuse} />
        </Group>
      </Group>
      <LayoutName
        name={naming ? '' : null}
        onSave={async (name) => {
          if (await keep({ name, layouts: [...taught] })) setNaming(false);
        }}
        onClose={() => setNaming(false)}
      />
    </Alert>
  );
}
