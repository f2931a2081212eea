import { useTranslation } from 'react-i18next';
import { type FeatureValues, featureFaults } from './feature-form';

/** What is not right in the form, in the reader's words. */
export function useFeatureFaults() {
  const { t } = useTranslation('products');
  return (values: FeatureValues): Record<string, string> =>
    Object.fromEntries(Object.entries(featureFaults(values)).map(([field, text]) => [field, t(text)]));
}
