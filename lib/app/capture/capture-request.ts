import type { TabFacts } from '../../capture/tab-facts.ts';
import type { PointedAt, captureVia } from '../../domain/issue/bodies.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { z } from '../../domain/z.ts';
import type { Countdown } from './delayed.ts';

export type CaptureRequest = Readonly<{
  captureId: CaptureId;
  via: z.infer<typeof captureVia>;
  /** Epoch ms of the click, if the caller knows it. */
  clickedAt?: number | undefined;
  /** Default: the tab the user looks at. */
  tab?: TabFacts;
  /** Record even where a half-typed issue could be continued. */
  anew?: boolean;
  /** What was pointed at in the page's menu, as the browser tells it. */
  pointedAt?: PointedAt | null;
  /** Waits for the picture, once it is on disk that one is wanted. */
  hold?: Countdown['run'];
}>;
