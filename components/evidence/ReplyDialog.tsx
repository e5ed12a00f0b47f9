import { useEffect, useState } from 'preact/hooks';
import type { Chosen } from '../../lib/app/attachments/attachment-service.ts';
import { failureCode } from '../../lib/app/log/failure.ts';
import { REPLY_EVENTS } from '../../lib/app/replies/reply-service.ts';
import type { Reply, ReplyChoice, ReplyRefused } from '../../lib/app/replies/reply-service.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { replies } from '../../lib/i18n/replies/replies.ts';
import type { Actions } from '../log/use-actions.ts';
import { useApp } from '../state/app.tsx';
import { useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { ReplyProblem } from './ReplyProblem.tsx';

type Props = Readonly<{
  issue: Issue;
  file: Chosen;
  actions: Actions;
  onFileOnly: () => void;
  onClose: () => void;
}>;

/** Shows what a mail would become in the timeline, and writes it when told to. */
export function ReplyDialog({ issue, file, actions, onFileOnly, onClose }: Props) {
  const t = useText(replies);
  const { services } = useApp();
  const [read, setRead] = useState<Reply | ReplyRefused | null>(null);
  const [choice, setChoice] = useState<ReplyChoice | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let open = true;
    services.replies.look(issue, file).then(
      (found) => {
        if (!open) return;
        setRead(found);
        if (found.ok) setChoice(firstChoice(found, issue));
      },
      (error: unknown) => {
        if (!open) return;
        actions.failed(failureCode(error));
        onClose();
      },
    );
    return () => {
      open = false;
    };
  }, [file]);

  async function write(reply: Reply, chosen: ReplyChoice): Promise<void> {
    setBusy(true);
    const result = await actions.edited(services.replies.write(issue.id, reply, chosen), t.done);
    setBusy(false);
    if (result.ok) onClose();
  }
  const known = read !== null && !read.ok && read.code === 'known';
  return (
    <Dialog
      open
      title={t.heading(issue.key)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          {read !== null && !known && (
            <Button
              onClick={() => {
                onFileOnly();
                onClose();
              }}
            >
              {t.fileOnly}
            </Button>
          )}
          {read?.ok === true && choice !== null && (
            <Button variant="primary" busy={busy} onClick={() => void write(read, choice)}>
              {t.confirm}
            </Button>
          )}
        </>
      }
    >
      {read === null && <p role="status">{t.reading}</p>}
      {read?.ok === false && <ReplyProblem refused={read} />}
      {read?.ok === true && choice !== null && (
        <ReplyForm reply={read} choice={choice} onChoice={setChoice} />
      )}
    </Dialog>
  );
}

/** The likeliest: an answer of the provider, under the number that is not known yet. */
function firstChoice({ side, tickets }: Reply, issue: Issue): ReplyChoice {
  const by = side ?? 'provider';
  const known = new Set(issue.timeline.map(({ holds }) => holds?.ticket));
  return { side: by, event: REPLY_EVENTS[by][0], ticket: tickets.find((one) => !known.has(one)) ?? null };
}
