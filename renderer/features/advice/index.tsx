import { IconBulb } from '@tabler/icons-react';
import { useRoute } from 'wouter';
import type { Feature } from '../../ui/feature.ts';
import { actions } from './actions.ts';
import { AdviceList } from './advice-list.tsx';

function AdviceView() {
  const [, params] = useRoute<{ id: string }>('/advice/:id');
  return <AdviceList openId={params?.id ?? null} />;
}

export const feature: Feature = {
  id: 'advice',
  path: '/advice/*?',
  home: '/advice',
  label: 'advice.title',
  icon: IconBulb,
  order: 20,
  View: AdviceView,
  actions,
};
