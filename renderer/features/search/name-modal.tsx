import { useSpeech } from '../../ui/i18n.tsx';
import { NameModal, type NameModalProps } from '../../ui/name-modal.tsx';

/** Asks for the name of a saved search. */
export function SearchNameModal(props: Omit<NameModalProps, 'field'>) {
  const { t } = useSpeech();
  return (
    <NameModal
      {...props}
      field={{
        label: t('search.saved.name'),
        placeholder: t('search.saved.name.example'),
        maxLength: 200,
        onFocus: (event) => event.currentTarget.select(),
      }}
    />
  );
}
