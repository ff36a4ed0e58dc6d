import { defineCommands } from '../ui/commands.ts';

/** Keys of a picture whose points are walked, opened and tried elsewhere. */
export const sceneCommands = defineCommands(
  {
    'chart.next': { label: 'chart.key.next', keys: ['ArrowDown', 'ArrowRight'] },
    'chart.previous': { label: 'chart.key.previous', keys: ['ArrowUp', 'ArrowLeft'] },
    'chart.end': { label: 'chart.key.end', keys: ['Home', 'End'] },
    'chart.open': { label: 'chart.key.open', keys: ['Enter', 'Space'] },
    'chart.pin': { label: 'chart.key.pin', keys: ['P'] },
    'chart.try': {
      label: 'chart.key.try',
      keys: ['alt+ArrowUp', 'alt+ArrowDown', 'alt+ArrowLeft', 'alt+ArrowRight'],
    },
    'chart.reset': { label: 'chart.key.reset', keys: ['Escape'] },
    'chart.zoomIn': { label: 'chart.zoom.in', keys: ['+', '='] },
    'chart.zoomOut': { label: 'chart.zoom.out', keys: ['-'] },
    'chart.zoomReset': { label: 'chart.zoom.reset', keys: ['0'] },
  },
  'chart.key.group',
);
