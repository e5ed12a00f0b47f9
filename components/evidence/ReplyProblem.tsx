import type { ReplyRefused } from '../../lib/app/replies/reply-service.ts';
import type { Refused } from '../../lib/app/attachments/attachment-service.ts';
import { common, failureText } from '../../lib/i18n/common/common.ts';
import { replies } from '../../lib/i18n/replies/replies.ts';
import { useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { useRefusal } from './use-refusal.ts';

/** Why a mail does not become a line, in one sentence. */
export function ReplyProblem({ refused }: Readonly<{ refused: ReplyRefused }>) {
  const t = useText(replies).refused;
  const c = useText(common);
  const refusal = useRefusal();
  const own = Object.entries(t).find(([code]) => code === refused.code)?.[1];
  const why = own ?? (isFile(refused) ? refusal(refused) : failureText(c, refused.code));
  return (
    <Banner tone={refused.code === 'known' ? 'info' : 'problem'} live>
      {why}
    </Banner>
  );
}

const isFile = (refused: ReplyRefused): refused is Refused => 'name' in refused;
