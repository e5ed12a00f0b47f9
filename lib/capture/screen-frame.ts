/** One still of a window or screen, or why there is none. */
export type Frame =
  Readonly<{ ok: true; blob: Blob }> | Readonly<{ ok: false; why: 'unavailable' | 'not-chosen' | 'failed' }>;

type Devices = Partial<Pick<MediaDevices, 'getDisplayMedia'>>;

/** Chromium: hints for its picker that the type does not know yet. Others ignore them. */
const WANTED = {
  video: { displaySurface: 'window' },
  audio: false,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'exclude',
  monitorTypeSurfaces: 'include',
} satisfies DisplayMediaStreamOptions & Record<string, unknown>;

/** The browser's picker fades out; what lies below it is drawn again within this time. */
const SETTLE_MS = 350;
const FIRST_FRAME_MS = 5000;

export function canPickScreen(devices: Devices | undefined): boolean {
  return typeof devices?.getDisplayMedia === 'function';
}

/**
 * Lets the user pick a window or screen, draws one frame of it and ends the stream at once, whatever happens. Works only
 * from a click: browsers ask for that.
 */
export async function oneFrame(
  devices: Devices | undefined,
  mime: () => Promise<'image/jpeg' | 'image/png'>,
): Promise<Frame> {
  if (!devices?.getDisplayMedia) return { ok: false, why: 'unavailable' };
  const stream = await devices.getDisplayMedia({ ...WANTED, ...stayHere() }).catch(reasonOf);
  if (typeof stream === 'string') return { ok: false, why: stream };
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.srcObject = stream;
    await withinTime(video.play());
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    const { videoWidth: width, videoHeight: height } = video;
    const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false });
    if (!context || width === 0) return { ok: false, why: 'failed' };
    context.drawImage(video, 0, 0);
    return { ok: true, blob: await context.canvas.convertToBlob({ type: await mime(), quality: 0.92 }) };
  } catch {
    return { ok: false, why: 'failed' };
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

/** "NotAllowedError" is both a closed picker and a ban by the system or an administrator. */
function reasonOf(error: unknown): 'unavailable' | 'not-chosen' | 'failed' {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'not-chosen';
  return name === 'NotFoundError' || name === 'NotSupportedError' ? 'unavailable' : 'failed';
}

/** Chromium goes to a tab that was picked; the form that is being filled in must stay in front. */
function stayHere(): object {
  const { CaptureController: Controller } = globalThis as { CaptureController?: new () => object }; // as: Chromium only, untyped
  if (!Controller) return {};
  const controller = new Controller();
  if ('setFocusBehavior' in controller && typeof controller.setFocusBehavior === 'function')
    controller.setFocusBehavior('no-focus-change');
  return { controller };
}

async function withinTime(playing: Promise<void>): Promise<void> {
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error('The picked window sent no picture in time.')), FIRST_FRAME_MS);
  });
  await Promise.race([playing, late]);
}
