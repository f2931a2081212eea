import { Button, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useKeys } from '@/lib/keyboard';
import { QueryFailure } from '@/ui/query-failure';
import { Offer } from './offer';
import classes from './queue.module.css';
import type { Saying } from './use-review';
import { VerdictBar } from './verdict-bar';

const ScreenedListingPage = graphql(`
  query ScreenedListingPage($id: ID!) {
    screenedListing(id: $id) {
      ...ScreenedOffer
    }
  }
`);

interface OfferPanelProps {
  id: string;
  /** As the list has it; what the list does not have is asked for by itself. */
  listing: ScreenedOfferFragment | undefined;
  /** Back to the list, where that is out of sight. */
  onBack?: () => void;
  onJudge: (listing: ScreenedOfferFragment, saying: Saying) => void;
  onUndo: (listing: ScreenedOfferFragment) => void;
}

export function OfferPanel({ id, listing: listed, onBack, onJudge, onUndo }: OfferPanelProps) {
  const { t } = useTranslation(['screening', 'common']);
  const [{ data, error }, reload] = useQuery({
    query: ScreenedListingPage,
    variables: { id },
    pause: listed !== undefined,
  });
  const listing = listed ?? data?.screenedListing;
  useKeys({ o: () => listing?.url && window.open(listing.url, '_blank', 'noopener,noreferrer') });
  return (
    <section
      className={classes.detail}
      aria-label={listing?.title ?? t('common:loading')}
      aria-busy={!listing && !error}
    >
      {onBack ? (
        <div>
          <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={15} />} onClick={onBack}>
            {t('common:back')}
          </Button>
        </div>
      ) : null}
      {listing ? (
        <>
          <Offer listing={listing} />
          <VerdictBar listing={listing} onJudge={(saying) => onJudge(listing, saying)} onUndo={() => onUndo(listing)} />
        </>
      ) : hasErrorCode(error, 'NOT_FOUND') ? (
        <p role="alert" className={classes.finding}>
          {t('screening:gone')}
        </p>
      ) : error ? (
        <QueryFailure error={error} retry={reload} />
      ) : (
        <Stack gap="sm">
          {[30, 80, 55, 65].map((width) => (
            <Skeleton key={width} h={12} w={`${width}%`} />
          ))}
        </Stack>
      )}
    </section>
  );
}
