import type { Address, Email } from 'postal-mime';

export type MailAttachment = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;

/** A mail as text. What it looks like as a web page is never made. */
export type ReadMail = Readonly<{
  from: string;
  to: string;
  cc: string;
  subject: string;
  /** As the mail says it: an ISO 8601 time where it can be read as one. */
  date: string;
  messageId: string;
  /** Every header, unfolded, in order. */
  headers: readonly Readonly<{ name: string; value: string }>[];
  text: string;
  /** Source of the part written as a web page, to look for secrets in; ''. */
  html: string;
  attachments: readonly MailAttachment[];
}>;

/** null: the parts of this mail cannot be told apart. */
export async function readMail(bytes: Uint8Array<ArrayBuffer>): Promise<ReadMail | null> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return asRead(await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }));
  } catch {
    return null;
  }
}

function asRead(mail: Email): ReadMail {
  return {
    from: mail.from === undefined ? '' : addressText(mail.from),
    to: addressesText(mail.to),
    cc: addressesText(mail.cc),
    subject: mail.subject ?? '',
    date: mail.date ?? '',
    messageId: mail.messageId ?? '',
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map(({ filename, content }) => ({
      name: filename ?? '',
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    })),
  };
}

function addressesText(addresses: readonly Address[] | undefined): string {
  return (addresses ?? []).map(addressText).join(', ');
}

function addressText(address: Address): string {
  if (address.group !== undefined)
    return `${address.name}: ${address.group.map((one) => addressText(one)).join(', ')};`;
  return address.name === '' ? address.address : `${address.name} <${address.address}>`;
}
