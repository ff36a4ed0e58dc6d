import { Anchor, Group } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { go } from './links.ts';

/** The way up from a single thing to its list; stands in a Page's `above`. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <Anchor
      size="sm"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      <Group gap={2} component="span">
        <IconChevronLeft size={14} />
        {children}
      </Group>
    </Anchor>
  );
}
