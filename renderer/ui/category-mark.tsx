import type { Category } from '#shared/model/issue.ts';
import { useSpeech } from './i18n.tsx';

/** A category's sign: colour and shape together, so that neither is needed alone. Decorative where text is beside it. */
export function CategoryMark({
  category,
  size = 10,
  title,
}: {
  category: Category;
  size?: number;
  title?: boolean;
}) {
  const { t } = useSpeech();
  const common = {
    width: size,
    height: size,
    viewBox: '0 0 10 10',
    style: { flexShrink: 0, color: `var(--hearken-category-${category})` },
  };
  const shape = <path d={SHAPES[category]} fill="currentColor" />;
  return title ? (
    <svg {...common} role="img" aria-label={t(`category.${category}`)}>
      {shape}
    </svg>
  ) : (
    <svg {...common} aria-hidden="true">
      {shape}
    </svg>
  );
}

const SHAPES: Readonly<Record<Category, string>> = {
  general: 'M5 0A5 5 0 1 1 5 10A5 5 0 1 1 5 0Z',
  'customers-communities': 'M0.5 0.5H9.5V9.5H0.5Z',
  'supply-chain': 'M5 0.2L9.8 9.4H0.2Z',
  employees: 'M5 0L10 5L5 10L0 5Z',
};
