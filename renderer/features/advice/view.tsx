import { useRoute } from 'wouter';
import { AdviceList } from './advice-list.tsx';

export default function AdviceView() {
  const [, params] = useRoute<{ id: string }>('/advice/:id');
  return <AdviceList openId={params?.id ?? null} />;
}
