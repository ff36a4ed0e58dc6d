import { ActionIcon, Menu, Select, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import {
  headingToText,
  joinAbove,
  leaveOut,
  renameHeading,
  setSpeaker,
  textToHeading,
} from '#shared/transcript/fixes.ts';
import { blockOfLine } from '#shared/transcript/line-places.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { useObservable } from '../../../platform/observable.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useRowsInView } from '../../../ui/use-rows-in-view.ts';
import { place, pointed } from './place.ts';
import classes from './preview.module.css';
import { fix } from './session.ts';

/** Choices beside the labels; a label can't be mistaken for one of these: labels never start with a NUL. */
const NARRATION = '\0narration';
const UNKNOWN = '\0unknown';
/** Longer blocks are no headings. In UTF-16 units. */
const LONGEST_HEADING = 120;

/** The text block by block as it will be stored: speakers and headings can be put right, cut sentences joined. */
export const PreviewBlocks = memo(function PreviewBlocks({ result }: { result: ReadResult }) {
  const { t } = useSpeech();
  const scrollRef = useRef<HTMLDivElement>(null);
  const { blocks, participants } = result;
  const virtualizer = useRowsInView({
    count: blocks.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => 96,
    overscan: 6,
  });
  const at = useObservable(place);
  const selected = useMemo(() => (at ? blockOfLine(blocks, at.from) : -1), [blocks, at]);
  const goTo = at !== null && at.by !== 'turn' ? at : null;
  useEffect(() => {
    if (goTo && selected >= 0) virtualizer.scrollToIndex(selected, { align: 'center' });
  }, [goTo, selected, virtualizer]);
  const speakers = useMemo(
    () => [
      ...participants.map(({ label, name }) => ({ value: label, label: name })),
      { value: UNKNOWN, label: t('common.unknownSpeaker') },
      { value: NARRATION, label: t('import.block.narration') },
    ],
    [participants, t],
  );

  return (
    <div ref={scrollRef} className={classes.scroll} data-testid="import-blocks">
      <div className={classes.track} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const block = blocks[index];
          if (!block) return null;
          const above = blocks[index - 1];
          const opensSection = block.heading !== null && block.heading !== above?.heading;
          const speaker = block.kind === 'narration' ? NARRATION : (block.speaker ?? UNKNOWN);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's, this is a turn
            <div
              role="group"
              aria-label={t('desk.turn', {
                number: index + 1,
                count: blocks.length,
                speaker: speakers.find(({ value }) => value === speaker)?.label ?? '',
              })}
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              data-selected={index === selected ? '' : undefined}
              className={classes.block}
              onMouseEnter={() => pointed.set(block.lines)}
              onMouseLeave={() => pointed.set(null)}
              style={{ transform: `translateY(${start}px)` }}
            >
              {opensSection && (
                <input
                  key={block.heading}
                  className={classes.heading}
                  aria-label={t('import.block.heading')}
                  defaultValue={block.heading ?? ''}
                  onBlur={(event) => {
                    const heading = event.currentTarget.value.trim();
                    if (heading !== '' && heading !== block.heading)
                      fix((now) => renameHeading(now, index, heading));
                  }}
                />
              )}
              <div className={classes.turn}>
                <Select
                  size="xs"
                  w={170}
                  className={classes.speaker}
                  aria-label={t('import.block.speaker')}
                  allowDeselect={false}
                  data={speakers}
                  value={speaker}
                  data-unknown={block.kind === 'speech' && block.speaker === null ? '' : undefined}
                  comboboxProps={{ width: 220, position: 'bottom-start' }}
                  onChange={(value) => {
                    if (value === null || value === speaker) return;
                    fix(
                      (now) =>
                        setSpeaker(
                          now,
                          index,
                          value === NARRATION ? { narration: true } : value === UNKNOWN ? null : value,
                        ),
                      [index],
                    );
                  }}
                />
                <Text
                  size="sm"
                  className={classes.text}
                  data-kind={block.kind}
                  onClick={() => block.lines && place.set({ ...block.lines, by: 'turn' })}
                >
                  {block.text}
                </Text>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('common.more')}>
                      <IconDots size={14} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      disabled={!above || above.heading !== block.heading}
                      onClick={() => fix((now) => joinAbove(now, index), [index - 1, index])}
                    >
                      {t('import.block.joinAbove')}
                    </Menu.Item>
                    <Menu.Item
                      disabled={
                        block.text.length > LONGEST_HEADING || blocks[index + 1]?.heading !== block.heading
                      }
                      onClick={() => fix((now) => textToHeading(now, index), [index])}
                    >
                      {t('import.block.toHeading')}
                    </Menu.Item>
                    {opensSection && (
                      <Menu.Item onClick={() => fix((now) => headingToText(now, index))}>
                        {t('import.block.headingToText')}
                      </Menu.Item>
                    )}
                    <Menu.Item
                      disabled={blocks.length < 2}
                      onClick={() => fix((now) => leaveOut(now, index))}
                    >
                      {t('import.block.leaveOut')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
});
