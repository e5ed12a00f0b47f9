import { availabilityWindows } from '../../../lib/domain/accountability/availability-windows.ts';
import type { AvailabilityWindow } from '../../../lib/domain/accountability/availability-windows.ts';
import type { ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import { useDirectory } from '../directory-context.tsx';
import { agreementsOf } from '../of-provider.ts';

export type AgreedAvailability = Readonly<{ agreement: Agreement; windows: readonly AvailabilityWindow[] }>;

/** The agreements of a provider that promise an availability, at any time. */
export function useAvailabilityAgreements(providerId: string): readonly Agreement[] {
  const { directory } = useDirectory();
  return agreementsOf(directory, providerId).filter(
    ({ type, versions }) =>
      type !== 'none' && versions.some(({ availability }) => availability !== undefined),
  );
}

/** How each of them was kept in a period. */
export function availabilityIn(
  agreements: readonly Agreement[],
  { asOf, period, outages, observedSince }: ProviderBoard,
): readonly AgreedAvailability[] {
  return agreements.map((agreement) => ({
    agreement,
    windows: availabilityWindows({ agreement, outages, period, observedSince, asOf }),
  }));
}
