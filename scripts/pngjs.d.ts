/** The part of pngjs that we use; the package brings no types. */
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number });
    readonly width: number;
    readonly height: number;
    /** RGBA, 8 bits each, row by row. */
    readonly data: Buffer;
    static readonly sync: {
      read(bytes: Buffer): PNG;
      write(png: PNG, options?: { deflateLevel?: number }): Buffer;
    };
  }
}
