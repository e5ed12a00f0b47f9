import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { measures } from '../../../lib/i18n/measures/measures.ts';
import { useText } from '../../state/locale.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import type { Choice } from '../../ui/Field.tsx';
import { ClaimField } from './ClaimField.tsx';
import type { VersionDraft, VersionProblems } from './version-draft.ts';

type Props = Readonly<{
  agreement: Agreement;
  value: VersionDraft;
  problems: VersionProblems;
  calendars: readonly Choice<string>[];
  onChange: (part: Partial<VersionDraft>) => void;
}>;

/** By when a claim must be told and filed, and what it has to bring. */
export function ClaimsPart({ agreement, value, problems, calendars, onChange }: Props) {
  const t = useText(words).claim;
  const e = useText(measures).evidence;
  const { evidence } = value;
  return (
    <section class="prov-claims" aria-labelledby="prov-claims">
      <h4 id="prov-claims">{t.heading}</h4>
      <p class="quiet small">{t.text}</p>
      {(['notifyBy', 'fileBy'] as const).map((deadline) => (
        <ClaimField
          key={deadline}
          label={t[deadline]}
          tz={agreement.tz}
          value={value[deadline]}
          before={value.base.claim?.[deadline]}
          problem={problems[deadline]}
          calendars={calendars}
          onChange={(changed) => onChange({ [deadline]: changed })}
        />
      ))}
      <TextArea
        label={e.label}
        hint={e.hint}
        error={problems.evidence && e[problems.evidence]}
        value={evidence.required}
        maxLength={10_000}
        onText={(required) => onChange({ evidence: { ...evidence, required } })}
      />
      <div class="prov-row">
        <TextField
          label={e.channel}
          hint={e.channelHint}
          value={evidence.channel}
          maxLength={500}
          onText={(channel) => onChange({ evidence: { ...evidence, channel } })}
        />
        <TextField
          label={e.subject}
          value={evidence.subject}
          maxLength={200}
          onText={(subject) => onChange({ evidence: { ...evidence, subject } })}
        />
      </div>
    </section>
  );
}
