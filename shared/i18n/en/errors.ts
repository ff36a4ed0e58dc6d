/** One sentence a problem code: what happened, what was kept, what to do. */
export const errors = {
  'error.unexpected': 'Something unforeseen went wrong: {message}. What was saved before is unchanged.',
  'error.row-invalid':
    'This change was not saved: “{field}” in {table} is not valid ({reason}). Nothing was altered.',
  'error.round-closed':
    'The round “{round}” is closed, so its ratings can no longer change. Reopen it first.',
  'error.passage-missing': 'The passage this refers to no longer exists. Nothing was altered.',
} as const;
