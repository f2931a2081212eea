import { Button, Checkbox, Input, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { WebhookKind } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type EndpointDescription, type EndpointFault, endpointFaults } from './endpoint-form';
import { GROUPS, KIND_GROUPS, toggleGroup } from './kinds';
import classes from './webhooks.module.css';

/** Where an endpoint is and of what it hears; the same fields when it is made and when it is changed. */
export function EndpointFields({ form }: { form: UseFormReturnType<EndpointDescription> }) {
  const { t } = useTranslation('webhooks');
  const { all } = form.values;
  return (
    <>
      <TextInput
        label={t('fields.url')}
        description={t('form.urlHint')}
        placeholder="https://example.com/touchstone"
        type="url"
        required
        maxLength={2048}
        {...form.getInputProps('url')}
      />
      <Textarea
        label={t('fields.description')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={200}
        {...form.getInputProps('description')}
      />
      <Radio.Group
        label={t('fields.kinds')}
        value={all ? 'all' : 'some'}
        onChange={(value) => form.setFieldValue('all', value === 'all')}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="all" label={t('form.all')} description={t('form.allHint')} />
          <Radio value="some" label={t('form.some')} />
        </Stack>
      </Radio.Group>
      {all ? null : <Kinds form={form} />}
    </>
  );
}

function Kinds({ form }: { form: UseFormReturnType<EndpointDescription> }) {
  const { t } = useTranslation(['webhooks', 'enums']);
  const { labelled } = useFormats();
  const { kinds } = form.values;
  const choose = (next: WebhookKind[]) => form.setFieldValue('kinds', next);
  return (
    <Stack gap="md">
      {GROUPS.map((group) => {
        const whole = KIND_GROUPS[group].every((kind) => kinds.includes(kind));
        const label = t(whole ? 'webhooks:form.none' : 'webhooks:form.whole');
        return (
          <fieldset key={group} className={classes.group}>
            <legend>
              {t(`webhooks:groups.${group}`)}
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={labelled(label, t(`webhooks:groups.${group}`))}
                onClick={() => choose(toggleGroup(kinds, group))}
              >
                {label}
              </Button>
            </legend>
            <div className={classes.kinds}>
              {KIND_GROUPS[group].map((kind) => (
                <Checkbox
                  key={kind}
                  label={t(`enums:webhookKind.${kind}`)}
                  checked={kinds.includes(kind)}
                  onChange={({ currentTarget }) =>
                    choose(currentTarget.checked ? [...kinds, kind] : kinds.filter((each) => each !== kind))
                  }
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      {form.errors.kinds ? <Input.Error role="alert">{form.errors.kinds}</Input.Error> : null}
    </Stack>
  );
}

export function useEndpointFaults() {
  const { t } = useTranslation('webhooks');
  return (values: EndpointDescription) =>
    Object.fromEntries(
      Object.entries(endpointFaults(values)).map(([field, fault]) => [field, t(`form.${fault as EndpointFault}`)]),
    );
}
