import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createWebhookEndpoint: ['webhookEndpoints'],
  updateWebhookEndpoint: ['webhookEndpoints'],
  pauseWebhookEndpoint: ['webhookEndpoints'],
  resumeWebhookEndpoint: ['webhookEndpoints'],
  deleteWebhookEndpoint: ['webhookEndpoints', 'webhookEndpoint'],
  replayWebhookMessages: ['webhookEndpoints'],
} satisfies StaleLists;
