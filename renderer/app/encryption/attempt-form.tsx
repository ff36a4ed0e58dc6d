import { Alert, Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { describeProblem } from '#shared/i18n/index.ts';
import { type Problem, problemOf } from '#shared/model/problem.ts';
import { useSpeech } from '../../ui/i18n.tsx';

export interface AttemptFormProps {
  /** The word on the button. */
  readonly label: string;
  readonly color?: string;
  /** What else can be done, before the button. */
  readonly beside?: ReactNode;
  readonly cancelLabel?: string;
  readonly onCancel: () => void;
  /** False = something typed is not right yet, and says so itself. */
  readonly ready?: () => boolean;
  readonly attempt: () => Promise<unknown>;
  readonly children: ReactNode;
}

/** A form whose failure is said within it, with what was typed still there: the next try is a correction. */
export function AttemptForm({
  label,
  color,
  beside,
  cancelLabel,
  onCancel,
  ready = () => true,
  attempt,
  children,
}: AttemptFormProps) {
  const { t } = useSpeech();
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async () => {
    if (trying || !ready()) return;
    setTrying(true);
    setProblem(null);
    try {
      await attempt();
    } catch (thrown) {
      setProblem(problemOf(thrown));
    } finally {
      setTrying(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void submit();
      }}
    >
      <Stack gap="md">
        {children}
        {problem && (
          <Alert color="red" variant="light" role="alert" p="sm">
            {describeProblem(t, problem)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel} disabled={trying}>
            {cancelLabel ?? t('common.cancel')}
          </Button>
          {beside}
          <Button type="submit" loading={trying} {...(color ? { color } : {})}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
