const ROUNDS = 6;
const ROUND_BYTES = 128 * 1024 * 1024;
const PAUSE_MS = 400;

/**
 * Browsers delete the file of a stored picture when no Blob refers to it any more, and a Blob that nobody uses refers to
 * it until memory is tidied up: in an idle page that may be never. Large buffers, never written to and dropped at once,
 * bring that about (measured: without them the file outlived the page's whole life in Chromium).
 */
export async function letBlobsGo(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await new Promise((next) => setTimeout(next, PAUSE_MS));
    try {
      void new ArrayBuffer(ROUND_BYTES);
    } catch {
      return; // There is no room for one: memory is being tidied up already.
    }
  }
}
