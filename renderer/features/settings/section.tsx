import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the settings under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}
