/**
 * Body of `POST /api/v2/imports/tickets/create_many`, as Zendesk documents it
 * (developer.zendesk.com/api-reference/ticketing/tickets/ticket_import and …/tickets/tickets). Its description in OpenAPI
 * has no licence that lets us copy it, so this is written after the pages: names, allowed values, limits.
 */
const text = { type: 'string' };
const instant = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$` };

const comment = {
  type: 'object',
  properties: {
    author_id: { type: 'integer' },
    created_at: instant,
    value: { type: 'string', minLength: 1, maxLength: 65_535 },
    body: text,
    html_body: text,
    public: { type: 'boolean' },
    uploads: { type: 'array', items: text },
  },
  required: ['value'],
  additionalProperties: false,
};

const ticket = {
  type: 'object',
  properties: {
    external_id: { type: 'string', minLength: 1 },
    subject: { type: 'string', minLength: 1, maxLength: 150 },
    description: text,
    requester_id: { type: 'integer' },
    type: { enum: ['problem', 'incident', 'question', 'task'] },
    status: { enum: ['new', 'open', 'pending', 'hold', 'solved', 'closed'] },
    priority: { enum: ['urgent', 'high', 'normal', 'low'] },
    tags: { type: 'array', items: { type: 'string', pattern: String.raw`^[^\s,]+$` } },
    created_at: instant,
    updated_at: instant,
    solved_at: instant,
    comments: { type: 'array', items: comment },
  },
  required: ['subject', 'comments'],
  additionalProperties: false,
};

export const ZENDESK_IMPORT = {
  type: 'object',
  properties: { tickets: { type: 'array', items: ticket, minItems: 1, maxItems: 100 } },
  required: ['tickets'],
  additionalProperties: false,
};
