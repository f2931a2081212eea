import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { ActionCampaign } from './action-campaign';
import { ActionWindowText } from './action-window';

graphql(`
  fragment ActionFacts on OfflineAction {
    id
    kind
    operation {
      id
      name
    }
    leadAgency {
      id
      name
      nameZh
    }
    proposedBy {
      id
      name
    }
    proposedAt
    isOwnCase
    window {
      ...ActionWindowText
    }
    approvals {
      side
      person {
        id
        name
      }
      at
    }
    executedAt
    closedAt
  }
`);

interface ActionFactsProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

export function ActionFacts({ action, onStale }: ActionFactsProps) {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { kind, leadAgency, window, approvals, proposedBy, proposedAt, executedAt, closedAt } = action;
  return (
    <Facts>
      <Fact label={t('fields.kind')}>{t(`kinds.${kind}`)}</Fact>
      <Fact label={t('fields.window')}>{window ? <ActionWindowText window={window} /> : t('fields.noWindow')}</Fact>
      <Fact label={t('fields.leadAgency')}>{localName(leadAgency)}</Fact>
      <ActionCampaign action={action} onStale={onStale} />
      {approvals.map(({ side, person, at }) => (
        <Fact key={side} label={t(`sides.${side}`)}>
          {person.name} · <time dateTime={at}>{dateTime(at)}</time>
        </Fact>
      ))}
      <Fact label={t('fields.proposedBy')}>
        {proposedBy.name} · <time dateTime={proposedAt}>{dateTime(proposedAt)}</time>
      </Fact>
      <Fact label={t('fields.basis')}>{action.isOwnCase ? t('fields.ownCase') : null}</Fact>
      <Fact label={t('fields.executedAt')}>{executedAt ? dateTime(executedAt) : null}</Fact>
      <Fact label={t('fields.closedAt')}>{closedAt ? dateTime(closedAt) : null}</Fact>
    </Facts>
  );
}
