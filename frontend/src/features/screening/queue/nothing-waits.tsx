import { IconCircleCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FIRST_PAGE, isNarrowed } from '@/lib/keyset';
import { NoRows } from '@/ui/no-rows';

const route = getRouteApi('/_app/screening/');

/** Nothing waits, or nothing that the filters have. */
export function NothingWaits() {
  const { t } = useTranslation('screening');
  const navigate = route.useNavigate();
  const { latest: _latest, selected: _selected, ...filters } = route.useSearch();
  return (
    <NoRows
      icon={IconCircleCheck}
      title={t('empty')}
      text={t('emptyText')}
      filtered={isNarrowed(filters)}
      noMatch={t('noMatch')}
      onClear={() => void navigate({ search: FIRST_PAGE, replace: true })}
    />
  );
}
