import { Kbd } from '@mantine/core';

/** A key to press, beside what it does. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <Kbd size="xs" ml={6}>
      {keys}
    </Kbd>
  );
}
