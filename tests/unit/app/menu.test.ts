import { describe, expect, test } from 'vitest';
import { CALLS } from '#shared/bridge.ts';
import { translator } from '#shared/i18n/index.ts';
import { menuTemplate } from '../../../renderer/app/menu.ts';
import { navigationGroups } from '../../../renderer/app/navigation.ts';
import type { RunnableCommand } from '../../../renderer/ui/commands.ts';
import type { Feature } from '../../../renderer/ui/feature.ts';
import { lazyView } from '../../../renderer/ui/lazy-view.tsx';

const icon = () => null;
const command = (fields: Partial<RunnableCommand>): RunnableCommand => ({
  id: 'x',
  label: 'common.undo',
  run: () => undefined,
  ...fields,
});
const t = translator('en');

describe('menuTemplate', () => {
  const commands = [
    command({ id: 'app.undo', menu: 'edit', keys: ['mod+Z'] }),
    command({ id: 'app.open', menu: 'file', needsWorkspace: false }),
    command({ id: 'app.save', menu: 'file' }),
    command({ id: 'app.never', menu: 'file', when: () => false }),
    command({ id: 'app.hidden' }),
  ];
  const items = (hasWorkspace: boolean) =>
    menuTemplate(commands, { t, hasWorkspace, labels: { 'app.undo': 'Undo: Code a passage' } })
      .flatMap(({ items: all }) => all)
      .flatMap((item) => ('id' in item ? [item] : []));

  test('is what main accepts', () => {
    expect(
      CALLS['menu.set'].request.safeParse(menuTemplate(commands, { t, hasWorkspace: true, labels: {} }))
        .success,
    ).toBe(true);
  });

  test('says what undo would take back, and carries its key', () => {
    expect(items(true).find(({ id }) => id === 'app.undo')).toMatchObject({
      label: 'Undo: Code a passage',
      accelerator: 'CmdOrCtrl+Z',
    });
  });

  test('without a workspace only what needs none can be done', () => {
    const enabled = (has: boolean) =>
      items(has)
        .filter((item) => item.enabled)
        .map(({ id }) => id);
    expect(enabled(false)).toEqual(['app.open']);
    expect(enabled(true)).toEqual(['app.open', 'app.save', 'app.undo']);
  });

  test('what names no menu stands in none, and an empty menu is left out', () => {
    expect(items(true).map(({ id }) => id)).not.toContain('app.hidden');
    const labels = menuTemplate(commands, { t, hasWorkspace: true, labels: {} }).map(({ label }) => label);
    expect(labels).toEqual(['File', 'Edit', 'View']);
  });
});

test('the navigation follows the chain; what no group names joins the last; settings, and what another view leads to, none', () => {
  const feature = (id: string, order: number): Feature => ({
    id,
    path: `/${id}/*?`,
    home: `/${id}`,
    label: 'common.more',
    icon,
    order,
    View: lazyView(async () => ({ default: icon })),
  });
  const groups = navigationGroups([
    feature('settings', 1),
    feature('matrix', 50),
    feature('extra', 70),
    feature('issues', 40),
    feature('dialogues', 10),
    { ...feature('coders', 28), within: 'dialogues' },
  ]);
  expect(groups.map(({ features }) => features.map(({ id }) => id))).toEqual([
    ['dialogues'],
    ['issues', 'matrix'],
    ['extra'],
  ]);
});
