import { SHAPES } from '#shared/chart/palette.ts';
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
    viewBox: '-5 -5 10 10',
    style: { flexShrink: 0, color: `var(--hearken-category-${category})` },
  };
  const shape = <path d={SHAPES[category](3.9)} fill="currentColor" />;
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
