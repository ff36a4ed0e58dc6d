import { expect, test } from 'vitest';
import type { codeSelection } from '#shared/edit/coding.ts';
import type { IdOf } from '#shared/model/id.ts';
import { links } from '../../../renderer/ui/links.ts';

type IssuesCodedTo = Parameters<typeof codeSelection>[2];

test('the id of one table does not compile where another table is meant', () => {
  const turn = 'turn' as IdOf<'turns'>;
  // @ts-expect-error: a turn is no issue
  const issues: IssuesCodedTo = [turn];
  // @ts-expect-error: a turn is no dialogue
  const link = links.dialogue(turn);
  expect([issues, link]).toEqual([['turn'], '/dialogues/turn']);
});
