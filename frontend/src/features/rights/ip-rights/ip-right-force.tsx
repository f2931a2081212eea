import { Select, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useCountries } from '@/lib/countries';
import { today } from '@/lib/day';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { StateBadge } from '@/ui/state-badge';
import classes from './ip-right-page.module.css';

const IpRightForceQuery = graphql(`
  query IpRightForce($id: ID!, $on: Date!, $country: String) {
    ipRight(id: $id) {
      id
      force(on: $on, country: $country) {
        inForce
        lack
      }
    }
  }
`);

/** The answer for today is of use before the calendar is there. */
const DayInput = lazy(() => import('@/ui/day-input'));

/** The one question that whoever cites a right asks. */
export function IpRightForce({ right }: { right: { id: string } }) {
  const { t } = useTranslation(['ipRights', 'common']);
  const { date } = useFormats();
  const countries = useCountries();
  const [on, setOn] = useState(today);
  const [country, setCountry] = useState<string | null>(null);
  const day = { label: t('force.on'), w: 172 };
  return (
    <Section title={t('force.title')}>
      <div className={classes.force}>
        <Suspense fallback={<TextInput {...day} value={date(on)} disabled />}>
          <DayInput {...day} value={on} onChange={setOn} />
        </Suspense>
        <Select
          label={t('fields.country')}
          placeholder={t('force.anywhere')}
          w={220}
          searchable
          clearable
          nothingFoundMessage={t('common:nothingFound')}
          data={countries}
          value={country}
          onChange={setCountry}
        />
        <Answer id={right.id} on={on} country={country} />
      </div>
    </Section>
  );
}

interface AnswerProps {
  id: string;
  on: string;
  country: string | null;
}

function Answer({ id, on, country }: AnswerProps) {
  const { t } = useTranslation('ipRights');
  const [{ data, error, fetching }, reload] = useQuery({
    query: IpRightForceQuery,
    variables: { id, on, country },
    pause: on === '',
    requestPolicy: 'network-only',
  });
  const answered = on !== '' && !fetching;
  const force = answered ? data?.ipRight.force : undefined;
  return (
    <div role="status" className={classes.answer}>
      {force ? (
        <StateBadge
          tone={force.inForce ? 'good' : 'bad'}
          label={force.lack ? t(`lacks.${force.lack}`) : t('force.yes')}
        />
      ) : answered && error ? (
        <ShortFailure error={error} retry={reload} />
      ) : (
        <span className={classes.dimmed}>{on ? t('force.asking') : t('force.hint')}</span>
      )}
    </div>
  );
}
