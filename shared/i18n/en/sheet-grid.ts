/** A grid that is worked as a spreadsheet is. */
export const sheetGrid = {
  'sheetGrid.title': 'In a grid',
  'sheetGrid.key.edit': 'Correct the cell',
  'sheetGrid.key.take': 'Enter the text and go down',
  'sheetGrid.key.takeUp': 'Enter the text and go up',
  'sheetGrid.key.next': 'Next or previous cell',
  'sheetGrid.key.goOn': 'Go to another cell',
  'sheetGrid.key.giveUp': 'Discard what was typed',
  'sheetGrid.key.clear': 'Remove what stands in the selected cells',
  'sheetGrid.key.fillDown': 'Fill down',
  'sheetGrid.key.fillRight': 'Fill right',
  'sheetGrid.key.extend': 'Select more cells',
  'sheetGrid.key.all': 'Select all',
  'sheetGrid.key.details': 'Show details',
  'sheetGrid.key.menu': 'Menu of the cell',
} as const;
