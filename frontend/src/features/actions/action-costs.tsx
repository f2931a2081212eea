import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ActionCostsFragment, OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useByName, useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import classes from './actions.module.css';
import { sumsByCurrency } from './exact-sums';

graphql(`
  fragment ActionCosts on OfflineAction {
    id
    costs {
      id
      kind
      amount
      currency
      rule
      note
      recordedBy {
        id
        name
      }
      recordedAt
      shares {
        brand {
          id
          name
          nameZh
        }
        amount
        currency
      }
    }
  }
`);

type Cost = ActionCostsFragment['costs'][number];

const CostDialog = lazy(() => import('./dialogs/cost-dialog'));

interface ActionCostsProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** What storing, moving and destroying the goods cost, and what each brand bears of it: to the last cent. */
export function ActionCosts({ action, onStale }: ActionCostsProps) {
  const { t } = useTranslation('actions');
  const [adding, setAdding] = useState(false);
  const { costs } = action;
  const adds = action.allowedActions.includes('FOLLOW');
  if (costs.length === 0 && !adds) return null;
  return (
    <Section
      title={t('costs.title')}
      count={costs.length}
      actions={
        adds ? (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            {t('costs.add')}
          </Button>
        ) : null
      }
    >
      {costs.length > 0 ? (
        <>
          <ul className={classes.list} aria-label={t('costs.title')}>
            {costs.map((cost) => (
              <CostItem key={cost.id} cost={cost} />
            ))}
          </ul>
          <Borne costs={costs} />
        </>
      ) : (
        <p className={classes.dimmed}>{t('costs.none')}</p>
      )}
      {adding ? (
        <Suspense>
          <CostDialog action={action} onStale={onStale} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function CostItem({ cost }: { cost: Cost }) {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const { dateTime, labelled, money } = useFormats();
  const { kind, rule, note, recordedBy, recordedAt, shares } = cost;
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.strong}>{money(cost)}</span>
        <span>{t(`costs.kinds.${kind}`)}</span>
        <span className={classes.dimmed}>{t(`costs.rules.${rule}`)}</span>
        <span className={classes.dimmed}>
          {recordedBy.name} · <time dateTime={recordedAt}>{dateTime(recordedAt)}</time>
        </span>
      </div>
      {note ? <p className={classes.text}>{note}</p> : null}
      <ul className={classes.stages}>
        {shares.map((share) => (
          <li key={share.brand.id}>{labelled(localName(share.brand), money(share))}</li>
        ))}
      </ul>
    </li>
  );
}

/** What each brand bears of all of it: one sum for each currency. */
function Borne({ costs }: { costs: readonly Cost[] }) {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const byName = useByName();
  const { list, money } = useFormats();
  const shares = costs.flatMap((cost) => cost.shares);
  const brands = byName([...new Map(shares.map(({ brand }) => [brand.id, brand])).values()]);
  const sums = (parts: typeof shares) => list(sumsByCurrency(parts).map(money));
  return (
    <>
      <h3 className={classes.subtitle}>{t('costs.borne')}</h3>
      <dl className={classes.clear}>
        {brands.map((brand) => (
          <div key={brand.id} style={{ display: 'contents' }}>
            <dt>{localName(brand)}</dt>
            <dd>{sums(shares.filter((share) => share.brand.id === brand.id))}</dd>
          </div>
        ))}
        <dt>{t('costs.total')}</dt>
        <dd className={classes.strong}>{list(sumsByCurrency(costs).map(money))}</dd>
      </dl>
    </>
  );
}
