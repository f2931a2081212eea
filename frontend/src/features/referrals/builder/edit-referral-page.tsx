import { Button, Group } from '@mantine/core';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ReferralBuilderFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumns } from '@/ui/two-columns';
import { ReferralCompleteness } from '../referral-completeness';
import { ReferralSkeleton, ReferralTrail } from '../referral-page';
import classes from '../referrals.module.css';
import { type BuilderValues, builderInput, isValued, valuesOf } from './builder-form';
import { CaseFields } from './case-fields';
import { DataFields } from './data-fields';
import { PartsFields } from './parts-fields';
import { WhomFields } from './whom-fields';

const EditReferral = graphql(`
  query EditReferral($id: ID!) {
    referral(id: $id) {
      ...ReferralBuilder
    }
  }
  fragment ReferralBuilder on Referral {
    id
    reference
    title
    version
    allowedActions
    organization {
      id
      name
    }
    contact {
      id
      name
    }
    agency {
      id
      organization {
        id
        name
        nameZh
      }
    }
    officers {
      officer {
        id
        maskedName
        rank
      }
    }
    country
    divisionCode
    handlingCode
    language
    content {
      facts
      leads {
        id
        reference
        title
      }
      rights {
        right {
          id
          title
          titleZh
        }
        lack
      }
      items {
        id
      }
      subjects {
        id
      }
      evidence {
        id
      }
      valuation {
        ...ReferralValue
      }
      noAppraisalReason
      noAppraisalNote
      civilProceedings
      civilProceedingsNote
      safetyNotes
      dataCountry
      crossBorderBasis
      approvalReference
      needsApprovalReference
    }
    ...ReferralCompleteness
  }
`);

const UpdateReferral = graphql(`
  mutation UpdateReferral($input: UpdateReferralInput!) {
    updateReferral(input: $input) {
      referral {
        ...ReferralBuilder
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const route = getRouteApi('/_app/referrals/$id/edit');

export function EditReferralPage() {
  const { id } = route.useParams();
  // All of it is sent as it stands here, so it must not be older than the version.
  const [{ data, error }, reload] = useQuery({
    query: EditReferral,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const referral = data?.referral;
  if (!referral) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.referral === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <ReferralSkeleton />;
  }
  // What is no longer a draft is looked at, not changed.
  if (!referral.allowedActions.includes('EDIT')) {
    return <Navigate to="/referrals/$id" params={{ id }} search={{}} replace />;
  }
  return <Builder key={id} referral={referral} onStale={() => reload({ requestPolicy: 'network-only' })} />;
}

/** The package, part by part, with what is still missing beside it; each saving says that anew. */
function Builder({ referral, onStale }: { referral: ReferralBuilderFragment; onStale: () => void }) {
  const { t } = useTranslation(['referrals', 'common']);
  const faultsOf = useFaults();
  const partsOf = useRef(new Map<string, readonly string[]>());
  const command = useCommandForm({
    document: UpdateReferral,
    initialValues: valuesOf(referral),
    draft: `update-referral-${referral.id}`,
    undrafted: ['contactId', 'officerIds', 'leadIds', 'rightIds'],
    variables: (values) => ({
      input: { id: referral.id, expectedVersion: referral.version, ...builderInput(values, partsOf.current) },
    }),
    validate: faultsOf,
    onDone: () => void notify(t('done.EDIT')),
    onStale,
  });
  const { form } = command;
  return (
    <>
      <PageHeader eyebrow={<ReferralTrail reference={referral.reference} />} title={t('builder.title')} />
      <TwoColumns side={<ReferralCompleteness referral={referral} />}>
        <form onSubmit={command.submit} noValidate className={classes.form}>
          <WhomFields form={form} referral={referral} />
          <PartsFields
            form={form}
            referral={referral}
            onParts={(lead, parts) => void partsOf.current.set(lead, parts)}
          />
          <CaseFields form={form} />
          <DataFields form={form} needsReference={referral.content?.needsApprovalReference ?? false} />
          <div className={classes.save}>
            <FailureNote message={command.message} />
            <Group gap="xs">
              <Button type="submit" size="sm" loading={command.running}>
                {t('common:save')}
              </Button>
              <Button
                size="sm"
                variant="default"
                renderRoot={(props) => <Link to="/referrals/$id" params={{ id: referral.id }} search={{}} {...props} />}
              >
                {t('builder.back')}
              </Button>
            </Group>
          </div>
        </form>
      </TwoColumns>
    </>
  );
}

function useFaults() {
  const { t } = useTranslation('referrals');
  return (values: BuilderValues) => {
    const { title, leadIds, amount, basis, source, date } = values;
    const valued = isValued(values);
    return {
      ...(title.trim() ? {} : { title: t('form.titleNeeded') }),
      ...(leadIds.length > 0 ? {} : { leadIds: t('form.leadNeeded') }),
      ...(valued && !/^[\d\s,，]+(\.\d+)?$/.test(amount.trim()) ? { amount: t('form.amountNeeded') } : {}),
      ...(valued && !basis ? { basis: t('form.basisNeeded') } : {}),
      ...(valued && !source.trim() ? { source: t('form.sourceNeeded') } : {}),
      ...(valued && !date ? { date: t('form.dateNeeded') } : {}),
    };
  };
}
