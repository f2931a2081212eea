import type { ComponentProps } from 'react';
import { RemoteSelect } from '@/ui/remote-select';
import { useCampaignDirectory } from './campaign-directory';

interface CampaignSelectProps extends Omit<ComponentProps<typeof RemoteSelect>, 'options' | 'onSearch'> {
  /** Whether only those to which actions can come. */
  open?: true;
}

/** A campaign, found by a part of its name or reference. */
export function CampaignSelect({ open, ...props }: CampaignSelectProps) {
  return <RemoteSelect {...useCampaignDirectory(props.value, open)} {...props} />;
}
