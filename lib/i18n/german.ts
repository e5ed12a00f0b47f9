/** A length of time behind “von”, “nach” and “seit”: `12 Tagen 2 h`. */
export const dative = (time: string): string => time.replace(/\bTage\b/, 'Tagen');
