import { Button, Group } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import { IpRightFields } from './ip-right-fields';
import { emptyIpRight, factsInput } from './ip-right-form';
import classes from './ip-right-form.module.css';
import { IpRightTrail } from './ip-right-trail';
import { useActsForOthers } from './principals';
import { useFaults } from './use-faults';

const CreateIpRight = graphql(`
  mutation CreateIpRight($input: CreateIpRightInput!) {
    createIpRight(input: $input) {
      ipRight {
        id
        title
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const route = getRouteApi('/_app/rights/new');

export function NewIpRightPage() {
  return may(useViewer(), 'IP_RIGHT_EDIT') ? <NewIpRight /> : <RouteMissing />;
}

function NewIpRight() {
  const { t } = useTranslation(['ipRights', 'common']);
  const navigate = route.useNavigate();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const forOthers = useActsForOthers();
  const faultsOf = useFaults();
  const command = useCommandForm({
    document: CreateIpRight,
    initialValues: emptyIpRight(),
    draft: 'new-ip-right',
    undrafted: forOthers ? ['organizationId', 'brandIds'] : [],
    variables: (values) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        organizationId: values.organizationId ?? undefined,
        facts: factsInput(values),
      },
    }),
    validate: (values) => ({
      ...(forOthers && !values.organizationId ? { organizationId: t('form.holderNeeded') } : {}),
      ...faultsOf(values),
    }),
    onDone: ({ ipRight }) => {
      if (!ipRight) return;
      renewKey();
      void notify(t('form.saved', { title: ipRight.title }));
      void navigate({ to: '/rights/$rightId', params: { rightId: ipRight.id }, replace: true });
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <>
      <PageHeader eyebrow={<IpRightTrail />} title={t('form.newTitle')} />
      <form onSubmit={command.submit} noValidate className={classes.form}>
        <FailureNote message={command.message} />
        <IpRightFields form={command.form} />
        <Group gap="xs">
          <Button type="submit" size="sm" loading={command.running}>
            {t('form.create')}
          </Button>
          <Button component={Link} to="/rights" size="sm" variant="default" onClick={command.discard}>
            {t('common:cancel')}
          </Button>
        </Group>
      </form>
    </>
  );
}
