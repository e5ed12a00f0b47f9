const MB = 1_000_000;

/**
 * What may be added to an issue, in one place: the screens state these numbers and the code keeps to them. A picture's
 * pixels are limited because a file of a few KB can claim billions of them.
 */
export const ATTACHMENT_LIMITS = {
  /** Bytes of a picture as it is chosen. */
  pictureBytes: 25 * MB,
  pixels: 40_000_000,
  /** Width or height in pixels. */
  side: 32_767,
  /** Bytes of a file that is not looked into. */
  fileBytes: 25 * MB,
  /** Bytes of a text or a mail: every character is searched for secrets. */
  textBytes: 5 * MB,
  /** Bytes of a HAR file as it is chosen. */
  harBytes: 25 * MB,
  /** Pictures and files of one issue. */
  items: 100,
  /** Bytes of all pictures and files of one issue. */
  issueBytes: 250 * MB,
  /** Files taken at a time. */
  atOnce: 20,
} as const;
