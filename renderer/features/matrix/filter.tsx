import { Button, Menu } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { BADGES, type Badge } from '#shared/assessment/badges.ts';
import { CATEGORIES, type Category } from '#shared/model/issue.ts';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { useSpeech } from '../../ui/i18n.tsx';

const SIGNS = ['divided', 'uncertain', 'actual'] as const;
type Sign = (typeof SIGNS)[number];

/** What of the picture is looked at; empty = all of it. Inside a kind any of them, across kinds all. */
export interface MatrixFilter {
  readonly categories: readonly Category[];
  readonly tiers: readonly number[];
  readonly signs: readonly Sign[];
  readonly badges: readonly Badge[];
}

export const NO_FILTER: MatrixFilter = { categories: [], tiers: [], signs: [], badges: [] };

/** Issues that a filter keeps; null = all. */
export function passes(
  { issues }: RoundAssessment,
  { categories, tiers, signs, badges }: MatrixFilter,
): ReadonlySet<string> | null {
  if (categories.length + tiers.length + signs.length + badges.length === 0) return null;
  return new Set(
    issues
      .filter(
        (issue) =>
          (categories.length === 0 || categories.includes(issue.category)) &&
          (tiers.length === 0 || (issue.tier !== null && tiers.includes(issue.tier))) &&
          signs.every((sign) => (sign === 'actual' ? issue.nature === 'actual' : issue[sign])) &&
          (badges.length === 0 || badges.some((badge) => issue.badges.includes(badge))),
      )
      .map(({ issueId }) => issueId),
  );
}

interface FilterMenuProps {
  readonly assessment: RoundAssessment;
  readonly filter: MatrixFilter;
  readonly onChange: (filter: MatrixFilter) => void;
}

/** Chooses what comes forward in the picture; the rest stays where it is, paler. */
export function FilterMenu({ assessment, filter, onChange }: FilterMenuProps) {
  const { t } = useSpeech();
  const count = filter.categories.length + filter.tiers.length + filter.signs.length + filter.badges.length;
  const present = CATEGORIES.filter((category) =>
    assessment.issues.some((issue) => issue.category === category),
  );
  const toggle = <T,>(all: readonly T[], one: T) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant={count > 0 ? 'light' : 'default'} leftSection={<IconFilter size={14} />}>
          {count > 0 ? t('matrix.filter.active', { count }) : t('matrix.filter')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('matrix.filter.categories')}</Menu.Label>
        {present.map((category) => (
          <Menu.CheckboxItem
            key={category}
            rightSection={<CategoryMark category={category} />}
            checked={filter.categories.includes(category)}
            onChange={() => onChange({ ...filter, categories: toggle(filter.categories, category) })}
          >
            {t(`category.${category}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Label>{t('matrix.filter.tiers')}</Menu.Label>
        {[1, 2, 3].map((tier) => (
          <Menu.CheckboxItem
            key={tier}
            checked={filter.tiers.includes(tier)}
            onChange={() => onChange({ ...filter, tiers: toggle(filter.tiers, tier) })}
          >
            {t('chart.tier', { tier })}
          </Menu.CheckboxItem>
        ))}
        <Menu.Label>{t('matrix.filter.signs')}</Menu.Label>
        {SIGNS.map((sign) => (
          <Menu.CheckboxItem
            key={sign}
            checked={filter.signs.includes(sign)}
            onChange={() => onChange({ ...filter, signs: toggle(filter.signs, sign) })}
          >
            {t(`matrix.filter.${sign}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Label>{t('matrix.filter.badges')}</Menu.Label>
        {BADGES.filter((badge) => badge !== 'divided').map((badge) => (
          <Menu.CheckboxItem
            key={badge}
            checked={filter.badges.includes(badge)}
            onChange={() => onChange({ ...filter, badges: toggle(filter.badges, badge) })}
          >
            {t(`badge.${badge}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={count === 0} onClick={() => onChange(NO_FILTER)}>
          {t('matrix.filter.clear')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
