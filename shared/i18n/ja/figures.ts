import type { figures as source } from '../en/figures.ts';

export const figures: Record<keyof typeof source, string> = {
  'figure.unit.people': '人',
  'figure.unit.cases': '件',
  'figure.unit.companies': '社',
  'figure.unit.sites': '拠点',
  'figure.unit.countries': 'か国',
  'figure.unit.percent': '%',
  'figure.unit.hours': '時間',
  'figure.unit.money': '金額',
  'figure.about': '約{number}',
  'figure.range': '{least}～{most}',
  'figure.outOf': '{all}のうち{number}',
  'figure.target': '{target}（{year}）',
  'figure.quarter': '{year}第{quarter}四半期',
  'figure.restated': '{number} r（修正前{before}：{why}）',
  'figure.rest': '内訳なし',
};
