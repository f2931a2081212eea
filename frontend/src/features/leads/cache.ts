import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createLead: ['leads'],
  submitLead: ['leads'],
  triageLead: ['leads'],
  rejectLead: ['leads'],
  // What takes it in, and what else goes on with that, shows it too.
  mergeLead: ['leads', 'deliveries', 'leadByReference'],
  shareLead: ['leads', 'deliveries'],
  changeLeadTlp: ['leads', 'deliveries'],
  changeLeadHandling: ['leads', 'deliveries'],
  revokeLeadGrant: ['leads', 'deliveries'],
  resolveLead: ['leads', 'deliveries'],
  reopenLead: ['leads', 'deliveries'],
  // Leads that rest on it warn of that.
  retractLead: ['leads', 'deliveries', 'leadByReference'],
  assignLead: ['leads', 'deliveries'],
  watchLead: ['leads', 'deliveries'],
  unwatchLead: ['leads', 'deliveries'],
} satisfies StaleLists;
