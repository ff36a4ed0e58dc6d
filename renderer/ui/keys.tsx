import { Group, Kbd } from '@mantine/core';
import { isMac } from '../platform/os.ts';
import { type Hotkey, hotkeyParts } from './hotkeys.ts';

/** A hotkey as the keys to press; nothing where there is none. */
export function Keys({ hotkey }: { hotkey: Hotkey | undefined }) {
  if (hotkey === undefined) return null;
  const parts = hotkeyParts(hotkey, isMac());
  return (
    <Group gap={3} wrap="nowrap" component="span">
      {parts.map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </Group>
  );
}
