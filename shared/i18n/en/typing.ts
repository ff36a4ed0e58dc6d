/** What fields and forms say of what is typed into them. */
export const typing = {
  'date.hint': 'e.g. 5 March 2021, March 2021 or 2021',
  'date.understood': 'Read as {date}',
  'date.unclear':
    'Not understood as a date; left as you typed it. Write it like 5 March 2021, 2021-03 or 2021.',
  'date.ambiguous':
    'Day and month could be the other way round; left as you typed it. Write the month as a word, or 2021-03-05.',
  'date.choose': 'Choose a date',
  'date.part': 'How exact the date is',
  'date.part.day': 'Day',
  'date.part.month': 'Month',
  'date.part.year': 'Year',
  'draft.kept': 'Draft kept',
  'draft.discard': 'Discard draft',
} as const;
