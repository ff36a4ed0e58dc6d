import { Alert, Button, CloseButton, Group, Menu, Text } from '@mantine/core';
import { IconBookmark, IconDots, IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { keepLayout, removeLayout, renameLayout } from '#shared/edit/kept-layout.ts';
import type { KeptLayout } from '#shared/model/taught-layout.ts';
import { type Offer, offersFor } from '#shared/transcript/reread.ts';
import { actor, commit, undo, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { NameModal, type NameModalProps } from '../../../ui/name-modal.tsx';
import { notifyDone, notifyUndo } from '../../../ui/notify-undo.tsx';
import type { Preview } from './queue-state.ts';
import { readBy, takeReading } from './session.ts';

/** So many kept layouts are offered for one text. */
const OFFERED = 2;

/** Kept layouts that explain the text better, and the offer to keep the one that was shown here. */
export function KeptLayouts({ preview: { read, taught } }: { preview: Preview }) {
  const kept = useRows((db) => db.layouts.toArray(), []);
  const offers = useMemo(() => offersFor(read, kept ?? []).slice(0, OFFERED), [read, kept]);
  const [refused, setRefused] = useState<ReadonlySet<unknown>>(new Set());
  const open = offers.filter((offer) => !refused.has(offer.kept.id));
  const isKept = kept?.some(({ layouts }) => isSame(layouts, taught)) ?? true;
  return (
    <>
      {open.map((offer) => (
        <OfferNotice
          key={offer.kept.id}
          offer={offer}
          onRefuse={() => setRefused(new Set([...refused, offer.kept.id]))}
        />
      ))}
      {taught.length > 0 && !isKept && !refused.has(taught) && (
        <KeepNotice taught={taught} onRefuse={() => setRefused(new Set([...refused, taught]))} />
      )}
    </>
  );
}

/** Names are not kept, so they do not tell two layouts apart. */
function isSame(one: KeptLayout['layouts'], other: Preview['taught']): boolean {
  const plain = (layouts: Preview['taught']) =>
    JSON.stringify(layouts.map((layout) => ({ ...layout, shown: [] })));
  return plain(one) === plain(other);
}

interface Refusable {
  readonly onRefuse: () => void;
}

function OfferNotice({ offer: { kept, turns, people }, onRefuse }: { readonly offer: Offer } & Refusable) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [reading, setReading] = useState(false);
  const [naming, setNaming] = useState(false);
  const { id, name, layouts } = kept;
  const take = () => {
    setReading(true);
    void attempt(async () => takeReading(await readBy(layouts), layouts)).finally(() => setReading(false));
  };
  const remove = () =>
    void attempt(async () => {
      await commit({ key: 'change.layout.remove', params: { name } }, (draft) => removeLayout(draft, id));
      notifyUndo({
        message: t('import.layout.removed', { name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const rename = (wish: string) =>
    attempt(async () => {
      await commit({ key: 'change.layout.rename', params: { name: wish.trim() } }, (draft) =>
        renameLayout(draft, id, wish),
      );
      setNaming(false);
    }).then(() => undefined);
  return (
    <Alert color="blue" icon={<IconWand />} py="xs" data-testid="layout-offer">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm">{t('import.layout.offer', { name, turns, people })}</Text>
        <Group gap={4} wrap="nowrap">
          <Button size="xs" loading={reading} onClick={take}>
            {t('import.layout.read', { name })}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="subtle" color="gray" px={6} aria-label={t('common.more')}>
                <IconDots size={14} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onRefuse}>{t('import.layout.refuse')}</Menu.Item>
              <Menu.Item onClick={() => setNaming(true)}>{t('import.layout.rename')}</Menu.Item>
              <Menu.Item color="red" onClick={remove}>
                {t('import.layout.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      <LayoutName name={naming ? name : null} onSave={rename} onClose={() => setNaming(false)} />
    </Alert>
  );
}

function KeepNotice({ taught, onRefuse }: { readonly taught: Preview['taught'] } & Refusable) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [naming, setNaming] = useState(false);
  const keep = (wish: string) =>
    attempt(async () => {
      const author = { by: actor(), at: new Date().toISOString() };
      const { name } = await commit({ key: 'change.layout.keep', params: { name: wish.trim() } }, (draft) =>
        keepLayout(draft, wish, taught, author),
      );
      setNaming(false);
      notifyDone(t('import.layout.kept', { name }));
    }).then(() => undefined);
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
      <LayoutName name={naming ? '' : null} onSave={keep} onClose={() => setNaming(false)} />
    </Alert>
  );
}

function LayoutName(props: Pick<NameModalProps, 'name' | 'onSave' | 'onClose'>) {
  const { t } = useSpeech();
  return (
    <NameModal
      title={t('import.layout.keep.title')}
      field={{
        label: t('import.layout.name'),
        placeholder: t('import.layout.name.example'),
        maxLength: 80,
      }}
      {...props}
    />
  );
}
