/**
 * While accounts are worked out they change all the time: what is being read is read to its end, and then once more,
 * however often it was asked for meanwhile. `signal` aborted: nothing is read any more.
 */
export function readAnew(read: () => Promise<void>, signal: AbortSignal): () => void {
  let reading = false;
  let again = false;
  const look = async (): Promise<void> => {
    again = true;
    if (reading) return;
    reading = true;
    while (again) {
      again = false;
      await read();
      if (signal.aborted) return;
    }
    reading = false;
  };
  return () => void look();
}
