import { Alert, Button, Code, Collapse, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Component, type ErrorInfo, type ReactNode, useState } from 'react';
import { useSpeech } from '../ui/i18n.tsx';

interface Props {
  readonly children: ReactNode;
  /** When it changes (another place is shown), what failed is tried anew. */
  readonly resetOn: string;
  /** The way back, beside trying again. */
  readonly wayBack?: { readonly label: string; readonly go: () => void } | undefined;
}

interface State {
  readonly failure: Error | null;
  readonly at: string;
}

/** Keeps a view that fails from taking the app with it: says what was kept, and offers a way on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null, at: this.props.resetOn };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { failure: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.at ? null : { failure: null, at: props.resetOn };
  }

  override componentDidCatch(failure: Error, info: ErrorInfo): void {
    console.error(failure, info.componentStack);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <Failure
        failure={failure}
        wayBack={this.props.wayBack}
        retry={() => this.setState({ failure: null })}
      />
    );
  }
}

function Failure({
  failure,
  wayBack,
  retry,
}: {
  failure: Error;
  wayBack: Props['wayBack'];
  retry: () => void;
}) {
  const { t } = useSpeech();
  const [detailed, setDetailed] = useState(false);
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
            <Button variant="subtle" onClick={() => setDetailed(!detailed)} aria-expanded={detailed}>
              {t('shell.failure.details')}
            </Button>
          </Group>
          <Collapse expanded={detailed}>
            <Code block>{failure.stack ?? failure.message}</Code>
          </Collapse>
        </Stack>
      </Alert>
    </Stack>
  );
}
