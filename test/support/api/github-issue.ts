/**
 * Body of `POST /repos/{owner}/{repo}/issues`, from GitHub's description of its REST API (github/rest-api-description, MIT,
 * as packaged in @octokit/openapi 23.0.2), without its prose. `nullable` of OpenAPI is written as a type, and what the
 * description does not name is refused.
 */
const text = { type: 'string' };
const whole = { type: 'integer' };

export const GITHUB_ISSUE = {
  type: 'object',
  properties: {
    title: { oneOf: [text, whole] },
    body: text,
    assignee: { type: ['string', 'null'] },
    milestone: { oneOf: [text, whole, { type: 'null' }] },
    labels: {
      type: 'array',
      items: {
        oneOf: [
          text,
          {
            type: 'object',
            properties: {
              id: whole,
              name: text,
              description: { type: ['string', 'null'] },
              color: { type: ['string', 'null'] },
            },
          },
        ],
      },
    },
    assignees: { type: 'array', items: text },
    type: { type: ['string', 'null'] },
  },
  required: ['title'],
  additionalProperties: false,
};
