import * as z from 'zod/mini';

// zod probes `new Function` unless told not to, which the extension's CSP reports as a violation.
z.config({ jitless: true });

export { z };
