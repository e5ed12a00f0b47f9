/** LIMITS.note of the domain, repeated because that module brings zod, which would be the heaviest part of the popup. */
export const NOTE_LIMIT = 20_000;
