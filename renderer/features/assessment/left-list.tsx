import { Anchor, List, Text } from '@mantine/core';
import type { LeftOpen } from '#shared/edit/rating.ts';
import type { IdOf } from '#shared/model/id.ts';
import { scaleGaps, scaleSize } from '#shared/model/scale.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { goRate } from './rater.ts';
import type { RoundRows } from './round-rows.ts';

export interface LeftListProps {
  readonly rows: RoundRows;
  readonly assessorId: IdOf<'assessors'>;
  readonly left: LeftOpen;
  /** Called on the way to an issue. */
  readonly onGo?: () => void;
}

/** What an assessor left open, each a click from where it is answered. */
export function LeftList({ rows, assessorId, left, onGo }: LeftListProps) {
  const { t, local } = useSpeech();
  const issues = new Map(rows.issues.map((issue) => [issue.id, issue]));
  return (
    <>
      {(['unexplained', 'unanswered'] as const).map((kind) => {
        const ids = left[kind];
        if (ids.length === 0) return null;
        return (
          <section key={kind}>
            <Text size="sm" fw={600}>
              {t(`finish.${kind}`, { count: ids.length, ...scaleGaps(scaleSize(rows.round)) })}
            </Text>
            <List size="sm" mt={4} style={{ maxHeight: 220, overflow: 'auto' }}>
              {ids.map((id) => (
                <List.Item key={id}>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="start"
                    onClick={() => {
                      onGo?.();
                      goRate(rows.round.id, id, assessorId);
                    }}
                  >
                    {local(issues.get(id)?.name)}
                  </Anchor>
                </List.Item>
              ))}
            </List>
          </section>
        );
      })}
    </>
  );
}
