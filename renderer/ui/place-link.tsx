import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { go } from './links.ts';

export interface PlaceLinkProps extends UnstyledButtonProps {
  /** A link of `links.ts`. */
  readonly to: string;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A link to a place of the app around anything, drawn by its class alone. */
export function PlaceLink({ to, children, testId, ...props }: PlaceLinkProps) {
  return (
    <UnstyledButton
      component="a"
      {...props}
      href={`#${to}`}
      data-testid={testId}
      onClick={(event: React.MouseEvent) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </UnstyledButton>
  );
}
