import { useRoute } from 'wouter';
import { AdviceList } from './advice-list.tsx';

/** The list of advice, with one opened where the address names it. */
export default function AdviceView() {
  const [, params] = useRoute<{ id: string }>('/advice/:id');
  return <AdviceList openId={params?.id ?? null} />;
}
