import fc from 'fast-check';

const AWKWARD = [
  0, 9, 10, 13, 0x1b, 0x9b, 0xdf, 0x130, 0x200b, 0x200d, 0x202e, 0x2066, 0x1f468, 0x301, 0xd800, 0xfeff,
] as const;

/** Any code points, the awkward ones often. Built from numbers: the library's own `binary` unit is slow to set up. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(...AWKWARD)))
  .map((codes) => String.fromCodePoint(...codes));
