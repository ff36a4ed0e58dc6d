/** Figures in words: units, what is said with a number, and why there is none. */
export const figures = {
  'figure.unit.people': 'people',
  'figure.unit.cases': 'cases',
  'figure.unit.companies': 'companies',
  'figure.unit.sites': 'sites',
  'figure.unit.countries': 'countries',
  'figure.unit.percent': '%',
  'figure.unit.hours': 'hours',
  'figure.unit.money': 'currency',
  'figure.about': 'about {number}',
  'figure.range': '{least}–{most}',
  'figure.outOf': '{number} of {all}',
  'figure.target': '{target}, {year}',
  'figure.quarter': '{year}, Q{quarter}',
  'figure.restated': '{number} r (was {before}: {why})',
  'figure.rest': 'Not broken down',
} as const;
