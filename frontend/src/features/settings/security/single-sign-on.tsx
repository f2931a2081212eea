import { useTranslation } from 'react-i18next';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { Method, Methods } from './method';

/** The organisation's own provider says who one is; it is set up on the organisation's page. */
export function SingleSignOn() {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('singleSignOn.title')}>
      <Methods>
        <Method
          name={t('singleSignOn.name')}
          state={<StateBadge tone="good" label={t('factor.on')} />}
          hint={t('singleSignOn.hint')}
        />
      </Methods>
    </Section>
  );
}
