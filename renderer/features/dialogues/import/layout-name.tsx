import { useSpeech } from '../../../ui/i18n.tsx';
import { NameModal, type NameModalProps } from '../../../ui/name-modal.tsx';

/** Asks under what name a layout is kept. */
export function LayoutName(props: Pick<NameModalProps, 'name' | 'onSave' | 'onClose'>) {
  const { t } = useSpeech();
  return (
    <NameModal
      title={t('import.layout.keep.title')}
      field={{
        label: t('import.layout.name'),
        placeholder: t('import.layout.name.example'),
        maxLength: 80,
      }}
      {...props}
    />
  );
}
