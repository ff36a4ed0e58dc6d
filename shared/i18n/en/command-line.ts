/** What only the command line says. */
export const commandLine = {
  'cli.assess.spread': '{median, number} [{low, number}–{high, number}]',
  'cli.assess.spread.says': 'By dimension: median [first to third quartile].',
  'cli.assess.groups': 'Medians by group: severity (scale · scope · irremediability · likelihood)',
  'cli.assess.group': '{severity} ({values})',
  'cli.assess.agenda': 'To discuss, in this order',
  'cli.assess.agenda.divided': 'divided on {dimensions}, {range, plural, one {# step} other {# steps}} apart',
  'cli.assess.agenda.split': 'divided on {dimensions}',
  'cli.assess.agenda.incomplete': 'missing: {dimensions}',
  'cli.assess.agenda.unrated': 'rated by nobody',
  'cli.assess.agenda.none': 'Nothing: the assessors agree, and nothing is missing.',
  'cli.assess.minority': '{voice}: {stands}',
  'cli.assess.minority.reason': '{stands} – {said}',
  'cli.assess.move': '{from} → {to}',
  'cli.assess.progress': '{voice}: {answered} of {asked} answered{done, select, yes {, done} other {}}',
  'cli.compare.state.anchored': 'found in the new text',
  'cli.compare.state.unsure': 'to be reviewed',
  'cli.compare.state.lost': 'to be reviewed; nothing like it is in the new text',
  'cli.compare.passages':
    'Passages: {anchored, number} anchored, {unsure, number} to be reviewed, {lost, number} without a place.',
  'cli.compare.turns':
    'Turns: {same, number} the same, {changed, number} changed, {added, number} new, {removed, number} left out, {moved, number} moved.',
  'cli.due.overdue': 'Overdue ({count})',
  'cli.due.soon': 'Within 30 days ({count})',
  'cli.due.next': 'Within 90 days ({count})',
  'cli.due.later': 'Later ({count})',
  'cli.due.none': 'Nothing has a due date.',
  'cli.due.undated': 'Without a date: {count}',
  'cli.unexpected':
    'An unexpected error occurred. The workspace file is unchanged. Try again with --debug, which prints the details; they may contain names, so review them before you pass them on.',
} as const;
