import { Button, Group } from '@mantine/core';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { IpRightFormFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useLocalName } from '@/lib/local-name';
import { type CommandForm, useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import type { FactField } from './fact-fields';
import { IpRightFields } from './ip-right-fields';
import { factsInput, type IpRightValues, valuesOf } from './ip-right-form';
import classes from './ip-right-form.module.css';
import { IpRightSkeleton } from './ip-right-skeleton';
import { IpRightTrail } from './ip-right-trail';
import { useLocalTitle } from './ip-right-words';
import { useFaults } from './use-faults';

const EditIpRight = graphql(`
  query EditIpRight($id: ID!) {
    ipRight(id: $id) {
      ...IpRightForm
    }
  }
  fragment IpRightForm on IpRight {
    id
    kind
    title
    titleZh
    holder {
      id
    }
    brands {
      id
      name
      nameZh
    }
    office
    applicationNumber
    registrationNumber
    st13
    niceClasses
    locarnoClasses
    goods
    territory
    filedOn
    inForceFrom
    expiresOn
    recordUrl
    version
    allowedActions
  }
`);

const UpdateIpRight = graphql(`
  mutation UpdateIpRight($input: UpdateIpRightInput!) {
    updateIpRight(input: $input) {
      ipRight {
        ...IpRightPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const route = getRouteApi('/_app/rights/$rightId/edit');

export function EditIpRightPage() {
  const { rightId } = route.useParams();
  // All facts are sent as they stand here, so they must not be older than the version.
  const [{ data, error }, reload] = useQuery({
    query: EditIpRight,
    variables: { id: rightId },
    requestPolicy: 'network-only',
  });
  const right = data?.ipRight;
  if (!right) {
    if (hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <IpRightSkeleton />;
  }
  // What is no longer a draft is looked at, not changed.
  if (!right.allowedActions.includes('UPDATE')) {
    return <Navigate to="/rights/$rightId" params={{ rightId }} search={{}} replace />;
  }
  return <EditForm key={right.id} right={right} onStale={() => reload({ requestPolicy: 'network-only' })} />;
}

function EditForm({ right, onStale }: { right: IpRightFormFragment; onStale: () => void }) {
  const { t } = useTranslation(['ipRights', 'common']);
  const localName = useLocalName();
  const title = useLocalTitle()(right);
  const navigate = route.useNavigate();
  const faultsOf = useFaults();
  const there = { to: '/rights/$rightId', params: { rightId: right.id }, search: {} } as const;
  const command = useCommandForm({
    document: UpdateIpRight,
    initialValues: valuesOf(right),
    draft: `update-ip-right-${right.id}`,
    variables: (values) => ({ input: { id: right.id, expectedVersion: right.version, facts: factsInput(values) } }),
    validate: faultsOf,
    onDone: () => {
      void notify(t('form.saved', { title }));
      void navigate({ ...there, replace: true });
    },
    onStale,
  });
  useMissing(command, route.useSearch().missing);
  return (
    <>
      <PageHeader eyebrow={<IpRightTrail />} title={t('form.editTitle', { title })} />
      <form onSubmit={command.submit} noValidate className={classes.form}>
        <FailureNote message={command.message} />
        <IpRightFields
          form={command.form}
          holder={right.holder.id}
          brands={right.brands.map((each) => ({ value: each.id, label: localName(each) }))}
        />
        <Group gap="xs">
          <Button type="submit" size="sm" loading={command.running}>
            {t('common:save')}
          </Button>
          <Button
            size="sm"
            variant="default"
            onClick={command.discard}
            renderRoot={(props) => <Link {...there} {...props} />}
          >
            {t('common:cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}

/** What a submission was refused for is said at its field, and the field is where one goes on. */
function useMissing({ form }: CommandForm<IpRightValues>, field: FactField | undefined) {
  const { t } = useTranslation('ipRights');
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, until the field is changed
  useEffect(() => {
    if (!field) return;
    form.setFieldError(field, t('form.neededToVerify'));
    form.getInputNode(field)?.focus();
  }, [field]);
}
