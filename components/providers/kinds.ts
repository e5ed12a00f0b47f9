import type { Contact } from '../../lib/domain/directory/contact.ts';
import type { Provider } from '../../lib/domain/directory/provider.ts';
import type { System } from '../../lib/domain/directory/system.ts';

/** In the order in which they are offered. */
export const PROVIDER_KINDS = [
  'msp',
  'saas',
  'cloud',
  'telecom',
  'hardware',
  'internal',
  'other',
] as const satisfies readonly Provider['kind'][];

export const ENVIRONMENTS = ['prod', 'test', 'training'] as const satisfies readonly System['environment'][];

export const CONTACT_ROLES = [
  'spoc',
  'service_desk',
  'engineer',
  'account_manager',
  'escalation',
  'contract',
  'billing',
  'other',
] as const satisfies readonly Contact['role'][];

export const CHANNEL_KINDS = [
  'phone',
  'email',
  'portal',
  'chat',
  'in-person',
  'statuspage',
  'api',
  'other',
] as const satisfies readonly Contact['channels'][number]['kind'][];
