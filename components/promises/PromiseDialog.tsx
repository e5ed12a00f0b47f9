import { useState } from 'preact/hooks';
import type { NewPromise } from '../../lib/app/promises/promise-service.ts';
import type { Contact } from '../../lib/domain/directory/contact.ts';
import type { Provider } from '../../lib/domain/directory/provider.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { promises as words } from '../../lib/i18n/promises/promises.ts';
import { localMinute } from '../issue/local-minute.ts';
import { WhenField } from '../issue/WhenField.tsx';
import { whenOf } from '../issue/when-text.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Select, TextArea, TextField } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { AskDialog } from './AskDialog.tsx';
import type { PromiseActions } from './PromiseLine.tsx';

type Props = Readonly<{
  /** null: about no issue in particular. */
  about: Readonly<{ issueId: IssueId; key: string }> | null;
  providerId: string | null;
  /** To choose from, where no issue says which. */
  providers: readonly Provider[];
  /** Its name, where an issue says which. */
  provider: string | null;
  contacts: readonly Contact[];
  actions: PromiseActions;
  onClose: () => void;
}>;

/** Five in the afternoon of the next working day: what "until tomorrow" mostly means. */
function nextWorkday(now: Date): string {
  const day = now.getDay();
  const days = day === 5 ? 3 : day === 6 ? 2 : 1;
  return localMinute(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 17));
}

type Problem = 'needWhat' | 'needDue' | 'badTime' | 'future';

/** Who will deliver what by when, and how both will see it. */
export function PromiseDialog(props: Props) {
  const { about, providers, contacts, actions, onClose } = props;
  const t = useText(words);
  const { promises, log } = useApp().services;
  const now = log.now();
  const [owner, setOwner] = useState<'us' | 'provider'>('provider');
  const [providerId, setProviderId] = useState(props.providerId ?? providers[0]?.id ?? '');
  const [what, setWhat] = useState('');
  const [due, setDue] = useState(() => nextWorkday(now));
  const [acceptance, setAcceptance] = useState('');
  const [contactId, setContactId] = useState('');
  const [made, setMade] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const chosen = providers.find(({ id }) => id === providerId)?.name ?? props.provider;
  const people = contacts.filter(
    (contact) => contact.side === owner && (owner === 'us' || contact.providerId === providerId),
  );

  function promiseOf(): NewPromise | Problem {
    const moment = new Date(due);
    const told = whenOf(made, now);
    if (what.trim() === '') return 'needWhat';
    if (due === '' || Number.isNaN(moment.getTime())) return 'needDue';
    if (told === null) return 'badTime';
    if (told.at > now) return 'future';
    return {
      owner,
      deliverable: what,
      due: moment,
      ...(told.now ? {} : { at: told.at }),
      ...(about === null ? {} : { issueId: about.issueId }),
      ...(providerId === '' ? {} : { providerId }),
      ...(contactId === '' ? {} : { contactId }),
      ...(acceptance.trim() === '' ? {} : { acceptance }),
    };
  }
  function save(): void {
    const promise = promiseOf();
    if (typeof promise === 'string') return setProblem(promise);
    onClose();
    void actions.edited(promises.make(promise), t.said.made);
  }
  const fine =
    (set: (text: string) => void) =>
    (text: string): void => {
      setProblem(null);
      set(text);
    };
  return (
    <AskDialog
      title={about === null ? t.dialog.heading : t.dialog.headingFor(about.key)}
      save={t.dialog.save}
      onSave={save}
      onClose={onClose}
    >
      {providers.length > 0 && (
        <Select
          label={t.provider}
          value={providerId}
          options={[
            ...providers.map(({ id, name }) => ({ value: id, label: visibleText(name) })),
            { value: '', label: t.noProvider },
          ]}
          onValue={setProviderId}
        />
      )}
      <Segmented
        legend={t.dialog.who}
        value={owner}
        options={[
          { value: 'us', label: t.dialog.we },
          {
            value: 'provider',
            label: t.dialog.they(chosen === null ? t.owner.provider : visibleText(chosen)),
          },
        ]}
        onValue={(value) => value !== null && setOwner(value)}
      />
      <TextArea
        label={t.dialog.what}
        hint={t.dialog.whatHint}
        rows={2}
        value={what}
        maxLength={500}
        error={problem === 'needWhat' ? t.dialog.needWhat : undefined}
        onText={fine(setWhat)}
      />
      <div class="promise-pair">
        <TextField
          label={t.dialog.due}
          type="datetime-local"
          value={due}
          error={problem === 'needDue' ? t.dialog.needDue : undefined}
          onText={fine(setDue)}
        />
        <WhenField
          label={t.dialog.made}
          hint={t.dialog.madeHint}
          value={made}
          now={now}
          problem={problem === 'badTime' || problem === 'future' ? problem : null}
          onText={fine(setMade)}
        />
      </div>
      <TextField
        label={t.dialog.acceptance}
        hint={t.dialog.acceptanceHint}
        value={acceptance}
        maxLength={500}
        dir="auto"
        autocomplete="off"
        onText={setAcceptance}
      />
      {people.length > 0 && (
        <Select
          label={t.dialog.contact}
          value={contactId}
          options={[
            { value: '', label: t.dialog.contactNone },
            ...people.map(({ id, name, role }) => ({
              value: id,
              label: visibleText(name === '' ? role : name),
            })),
          ]}
          onValue={setContactId}
        />
      )}
    </AskDialog>
  );
}
