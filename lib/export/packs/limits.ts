/** Up to so many bytes of pictures stand in the report itself; beyond, they lie beside it in a zip. */
export const INSIDE_BYTES = 15_000_000;

/** A report of up to so many bytes is attached to a mail: 9.6 MB there, which also strict mailboxes take. */
export const ATTACHED_BYTES = 7_000_000;
