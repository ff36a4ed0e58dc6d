import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { noted } from '#shared/model/problem.ts';
import { useSpeech } from '../ui/i18n.tsx';

interface Props {
  readonly children: ReactNode;
  /** When it changes (another place is shown), what failed is tried anew. */
  readonly resetOn: string;
  /** The way back, beside trying again. */
  readonly wayBack?: { readonly label: string; readonly go: () => void } | undefined;
}

interface State {
  /** Under which the log of this computer has what was thrown; null = nothing failed. */
  readonly reference: string | null;
  readonly at: string;
}

/** Keeps a view that fails from taking the app with it: says what was kept, and offers a way on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { reference: null, at: this.props.resetOn };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { reference: noted(thrown, 'view') };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.at ? null : { reference: null, at: props.resetOn };
  }

  override componentDidCatch(_: unknown, { componentStack }: ErrorInfo): void {
    console.error(`A view failed: ${this.state.reference}`, componentStack);
  }

  override render(): ReactNode {
    const { reference } = this.state;
    if (reference === null) return this.props.children;
    return (
      <Failure
        reference={reference}
        wayBack={this.props.wayBack}
        retry={() => this.setState({ reference: null })}
      />
    );
  }
}

function Failure({
  reference,
  wayBack,
  retry,
}: {
  reference: string;
  wayBack: Props['wayBack'];
  retry: () => void;
}) {
  const { t } = useSpeech();
  return (
    <Stack p="xl" maw="46rem" mx="auto">
      <Alert color="red" icon={<IconAlertTriangle />} title={t('shell.failure.title')} role="alert">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t('shell.failure.kept')}</Text>
          <Group gap="xs">
            <Button onClick={retry}>{t('shell.failure.retry')}</Button>
            {wayBack && (
              <Button variant="default" onClick={wayBack.go}>
                {wayBack.label}
              </Button>
            )}
            <Button variant="default" onClick={() => location.reload()}>
              {t('shell.failure.reload')}
            </Button>
          </Group>
          <Text size="sm">{t('shell.failure.reference', { reference })}</Text>
        </Stack>
      </Alert>
    </Stack>
  );
}
