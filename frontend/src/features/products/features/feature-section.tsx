import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ProductFeaturesFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import classes from '../products.module.css';
import { FeatureCard } from './feature-card';

const FeatureDialog = lazy(() => import('../dialogs/add-feature-dialog'));

graphql(`
  fragment ProductFeatures on ProductModel {
    id
    allowedActions
    holder {
      id
    }
    features {
      ...FakeFeature
    }
  }
`);

interface FeatureSectionProps {
  product: ProductFeaturesFragment;
  onStale: () => void;
}

/** What tells fakes apart, one thing after the other, the genuine article and a fake beside each other. */
export function FeatureSection({ product, onStale }: FeatureSectionProps) {
  const { t } = useTranslation('products');
  const [adding, setAdding] = useState(false);
  const edits = product.allowedActions.includes('EDIT');
  const inUse = product.features.filter(({ retiredAt }) => !retiredAt);
  const retired = product.features.filter(({ retiredAt }) => retiredAt);
  return (
    <Section
      title={t('features.title')}
      count={inUse.length}
      actions={
        edits ? (
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('features.add')}
          </Button>
        ) : null
      }
    >
      {inUse.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(edits ? 'features.emptyText' : 'features.none')}
        </Text>
      ) : null}
      {product.features.length > 0 ? (
        <ul className={classes.cards}>
          {[...inUse, ...retired].map((feature) => (
            <FeatureCard
              key={feature.id}
              feature={feature}
              holder={product.holder.id}
              edits={edits}
              onStale={onStale}
            />
          ))}
        </ul>
      ) : null}
      {adding ? (
        <Suspense>
          <FeatureDialog product={product} onStale={onStale} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </Section>
  );
}
