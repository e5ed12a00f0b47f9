/** HAR 1.2 as its specification says (softwareishard.com/blog/har-12-spec), without the parts that nobody writes here. */
const text = { type: 'string' };
const whole = { type: 'integer' };
const instant = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$`,
};
const unknownOr = { type: 'number', minimum: -1 };
const known = { type: 'number', minimum: 0 };

const object = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  // Fields that the specification does not know begin with an underscore.
  patternProperties: { '^_': {} },
  additionalProperties: false,
});
const pair = object({ name: text, value: text, comment: text }, ['name', 'value']);
const pairs = { type: 'array', items: pair };
const program = object({ name: text, version: text, comment: text }, ['name', 'version']);

const request = object(
  {
    method: text,
    url: text,
    httpVersion: text,
    cookies: pairs,
    headers: pairs,
    queryString: pairs,
    headersSize: whole,
    bodySize: whole,
    comment: text,
  },
  ['method', 'url', 'httpVersion', 'cookies', 'headers', 'queryString', 'headersSize', 'bodySize'],
);
const response = object(
  {
    status: whole,
    statusText: text,
    httpVersion: text,
    cookies: pairs,
    headers: pairs,
    content: object({ size: whole, mimeType: text, text, encoding: text, comment: text }, [
      'size',
      'mimeType',
    ]),
    redirectURL: text,
    headersSize: whole,
    bodySize: whole,
    comment: text,
  },
  [
    'status',
    'statusText',
    'httpVersion',
    'cookies',
    'headers',
    'content',
    'redirectURL',
    'headersSize',
    'bodySize',
  ],
);
const timings = object(
  {
    blocked: unknownOr,
    dns: unknownOr,
    connect: unknownOr,
    ssl: unknownOr,
    send: known,
    wait: known,
    receive: known,
    comment: text,
  },
  ['send', 'wait', 'receive'],
);
const entry = object(
  {
    pageref: text,
    startedDateTime: instant,
    time: known,
    request,
    response,
    cache: object({}, []),
    timings,
    serverIPAddress: text,
    connection: text,
    comment: text,
  },
  ['startedDateTime', 'time', 'request', 'response', 'cache', 'timings'],
);
const page = object(
  {
    startedDateTime: instant,
    id: text,
    title: text,
    comment: text,
    pageTimings: object({ onContentLoad: unknownOr, onLoad: unknownOr, comment: text }, []),
  },
  ['startedDateTime', 'id', 'title', 'pageTimings'],
);

export const HAR_SCHEMA = object(
  {
    log: object(
      {
        version: { const: '1.2' },
        creator: program,
        browser: program,
        comment: text,
        pages: { type: 'array', items: page },
        entries: { type: 'array', items: entry },
      },
      ['version', 'creator', 'entries'],
    ),
  },
  ['log'],
);
