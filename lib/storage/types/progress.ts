export type ProgressOptions = Readonly<{
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}>;
