import type { Contact } from '../../../lib/domain/directory/contact.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { CHANNEL_KINDS } from '../kinds.ts';

type Channels = Contact['channels'];
type Props = Readonly<{ value: Channels; empty: readonly number[]; onChange: (value: Channels) => void }>;

const MOST = 20;

/** Telephone, mail, portal: as many as there are. */
export function ChannelsField({ value, empty, onChange }: Props) {
  const t = useText(providers).contacts;
  const set = (at: number, part: Partial<Channels[number]>): void =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="prov-list-editor">
      <legend class="field-label">{t.channels}</legend>
      {value.map(({ kind, address }, at) => (
        <div class="prov-list-line prov-channel-line" key={at}>
          <Select
            label={t.channelKind(at + 1)}
            labelHidden
            value={kind}
            options={CHANNEL_KINDS.map((one) => ({ value: one, label: t.kinds[one] }))}
            onValue={(chosen) => set(at, { kind: chosen })}
          />
          <TextField
            label={t.channelAddress(at + 1)}
            labelHidden
            value={address}
            error={empty.includes(at) ? t.channelEmpty : undefined}
            maxLength={500}
            autocomplete="off"
            onText={(typed) => set(at, { address: typed })}
          />
          <IconButton
            icon="close"
            label={t.removeChannel(at + 1)}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      {value.length < MOST && (
        <div class="prov-actions">
          <Button size="s" onClick={() => onChange([...value, { kind: 'email', address: '' }])}>
            {t.addChannel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
