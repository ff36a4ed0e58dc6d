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
  'number.separators': 'Left as you typed it: write thousands as 1,234 and decimals as 1.5.',
  'number.unit':
    'Left as you typed it: write the figure alone, in full, e.g. 15,000; a unit, % or 万 belongs to the unit.',
  'number.digits': 'Left as you typed it: more than 15 digits cannot be kept exactly.',
  'number.unclear': 'Left as you typed it: write a number, e.g. 42, 1,234 or 3.5.',
  'number.range': 'Left as you typed it: write a number from {min} to {max}, e.g. 1.5.',
  'number.wholeRange': 'Left as you typed it: write a whole number from {min} to {max}.',
  'draft.kept': 'Draft kept',
  'draft.discard': 'Discard draft',
} as const;
