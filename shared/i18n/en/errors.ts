/** One sentence a problem code: what happened, what was kept, what to do. */
export const errors = {
  'error.unexpected': 'Something unforeseen went wrong: {message}. What was saved before is unchanged.',
  'error.row-invalid':
    'This change was not saved: “{field}” in {table} is not valid ({reason}). Nothing was altered.',
  'error.round-closed':
    'The round “{round}” is closed, so its ratings can no longer change. Reopen it first.',
  'error.passage-missing': 'The passage this refers to no longer exists. Nothing was altered.',
  'error.selection-empty': 'Select some words first; only blank space was selected.',
  'error.row-missing':
    'What this refers to is no longer there (it may have been removed). Nothing was altered; undo may bring it back.',
  'error.dialogue-in-closed-round':
    '“{dialogue}” is evidence of the closed round “{round}” and cannot be removed. Reopen the round first if it must go.',
  'error.speaker-elsewhere':
    'A turn can only be given to someone who took part in the same dialogue; {name} took part in another one. Nothing was altered.',
} as const;
