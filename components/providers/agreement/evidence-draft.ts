import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';

type Claim = NonNullable<AgreementVersion['claim']>;

/** What a claim has to bring, and how it is made. */
export type EvidenceDraft = Readonly<{
  /** One thing a line. */
  required: string;
  channel: string;
  subject: string;
}>;

/** As in the schema of agreements. */
const MOST_LINES = 30;
const LONGEST = 300;

export function evidenceDraft({ claim }: AgreementVersion): EvidenceDraft {
  return {
    required: (claim?.requiredEvidence ?? []).join('\n'),
    channel: claim?.channel ?? '',
    subject: claim?.subjectMustContain ?? '',
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function evidenceProblem({ required }: EvidenceDraft): 'many' | 'long' | null {
  const lines = linesOf(required);
  if (lines.length > MOST_LINES) return 'many';
  return lines.some(({ length }) => length > LONGEST) ? 'long' : null;
}

/** Call it when there is no problem. */
export function evidenceFrom({
  required,
  channel,
  subject,
}: EvidenceDraft): Pick<Claim, 'requiredEvidence' | 'channel' | 'subjectMustContain'> {
  return {
    requiredEvidence: linesOf(required),
    ...(channel.trim() === '' ? {} : { channel: channel.trim() }),
    ...(subject.trim() === '' ? {} : { subjectMustContain: subject.trim() }),
  };
}
