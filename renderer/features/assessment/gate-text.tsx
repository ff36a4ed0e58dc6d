import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface GateTextProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** A heading, what it means, and what can be done. */
export function GateText({ title, text, children }: GateTextProps) {
  return (
    <>
      <div>
        <Title order={2} size="h4" mb={4}>
          {title}
        </Title>
        <Text size="sm">{text}</Text>
      </div>
      {children}
    </>
  );
}
