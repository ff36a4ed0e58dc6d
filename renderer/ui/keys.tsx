import { Group, Kbd } from '@mantine/core';
import { isMac } from '../platform/os.ts';
import { hotkeyParts } from './hotkeys.ts';

/** A hotkey as the keys to press. */
export function Keys({ hotkey }: { hotkey: string }) {
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
