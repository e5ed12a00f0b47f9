/** Up to so many bytes of pictures stand in the report itself; beyond, they lie beside it in a zip. */
export const INSIDE_BYTES = 15_000_000;
