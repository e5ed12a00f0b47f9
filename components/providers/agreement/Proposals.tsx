import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import { useBoard } from '../board/use-board.ts';
import { ProposedTargets } from '../ProposedTargets.tsx';

type Props = Readonly<{
  providerId: string;
  version: AgreementVersion;
  onApply: (targets: AgreementVersion['targets']) => void;
}>;

/** Where nothing is agreed: what could be, because it is achieved already. */
export function Proposals({ providerId, version, onApply }: Props) {
  const board = useBoard(providerId, 'all');
  if (board === null) return null;
  return <ProposedTargets issues={board.measured()} version={version} onApply={onApply} />;
}
