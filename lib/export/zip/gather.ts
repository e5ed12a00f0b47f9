const PIECE = 8 << 20;

type Gathered = Readonly<{ sink: WritableStream<Uint8Array<ArrayBuffer>>; end(type: string): Promise<Blob> }>;

/**
 * Takes a stream and makes a Blob of it. Bytes are handed to the browser in pieces of 8 MB, by way of a Response: only
 * what comes from one is kept on disk by Firefox when it is large.
 */
export function gatherBlob(): Gathered {
  const pieces: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  async function hand(): Promise<void> {
    if (bytes === 0) return;
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const chunk of open) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    open = [];
    bytes = 0;
    pieces.push(await new Response(whole).blob());
  }
  return {
    sink: new WritableStream({
      async write(chunk) {
        open.push(chunk);
        bytes += chunk.length;
        if (bytes >= PIECE) await hand();
      },
    }),
    async end(type) {
      await hand();
      return new Blob(pieces, { type });
    },
  };
}
