import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconQuestionMark } from '@tabler/icons-react';
import { type Organisation, RISK_FACTORS } from '#shared/model/organisation.ts';
import { levelOf } from '#shared/suppliers/order.ts';
import { factorText } from '#shared/suppliers/row-words.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './suppliers.module.css';

const SIGNS = { raised: IconAlertTriangle, not: IconCheck, unknown: IconQuestionMark };

/** The four factors as small signs, each with its letter; what they say is said in words too. */
export function FactorSigns({ supplier }: { readonly supplier: Organisation }) {
  const { t } = useSpeech();
  const words = RISK_FACTORS.map((factor) => factorText(factor, supplier, { t }));
  return (
    <Tooltip label={words.join(' · ')} openDelay={300}>
      <span className={classes.factors} role="img" aria-label={words.join('; ')}>
        {RISK_FACTORS.map((factor) => {
          const level = levelOf(supplier, factor);
          const Sign = SIGNS[level];
          return (
            <span key={factor} className={classes.factor} data-level={level} aria-hidden>
              {t(`suppliers.factor.${factor}.short`)}
              <Sign size={11} stroke={2} />
            </span>
          );
        })}
      </span>
    </Tooltip>
  );
}
