import { z } from 'zod';
import { CheckLine } from '../../render/check-line.js';
import { FigureLine } from '../../render/figure-line.js';
import { ReportLine } from '../../render/report-line.js';
import { Answered, AskRequest, CheckFileQuery, CheckQuery, FiguresQuery, Refusal, ReportsQuery } from './api-schemas.js';

type Json = Readonly<Record<string, unknown>>;

/** The shapes that the document names, each made of the very schema that checks it on the way in or out. */
const SHAPES = {
  Question: [AskRequest, 'input'],
  Answer: [Answered, 'output'],
  Report: [ReportLine, 'output'],
  Figure: [FigureLine, 'output'],
  Finding: [CheckLine, 'output'],
  Error: [Refusal, 'output'],
} as const satisfies Record<string, readonly [z.ZodType, 'input' | 'output']>;

/** The API described (OpenAPI 3.1). */
export function openApi(version: string): Json {
  const refusal = (description: string): Json => ({ description, content: { 'application/json': { schema: shape('Error') } } });
  const always = { '400': refusal('the request is not right; `field` names where'), '401': refusal('a login is needed'), '403': refusal('no permission, or sent by another site’s page'), '421': refusal('the request names another host'), '413': refusal('too large'), '429': refusal('too many requests; Retry-After says how long to wait'), '500': refusal('a fault of ours; its id is in the message') };
  const answered = (description: string, schema: Json, more: Json = {}): Json => ({ '200': { description, content: { 'application/json': { schema } } }, ...always, ...more });
  const list = (name: keyof typeof SHAPES): Json => ({ type: 'array', items: shape(name) });
  return {
    openapi: '3.1.0',
    info: { title: '问报 wenbao', version, description: 'Answers about annual reports on government information disclosure, each figure with its source. Spans count in UTF-16 units of the report’s text.' },
    paths: {
      '/api/ask': {
        post: { operationId: 'ask', summary: 'Answers one question', requestBody: { required: true, content: { 'application/json': { schema: shape('Question') } } }, responses: answered('the answer, or a typed refusal', shape('Answer'), { '415': refusal('not application/json'), '503': refusal('the desk could not answer') }) },
      },
      '/api/reports': { get: { operationId: 'reports', summary: 'The reports held', parameters: queryOf(ReportsQuery), responses: answered('by organisation and year', list('Report')) } },
      '/api/figures': { get: { operationId: 'figures', summary: 'The figures of a report', parameters: queryOf(FiguresQuery), responses: answered('in reading order', list('Figure'), { '404': refusal('no such report') }) } },
      '/api/check': {
        get: { operationId: 'check', summary: 'What the consistency rules find in a report held, or in all of a year', parameters: queryOf(CheckQuery), responses: answered('worst first in each report; empty where nothing is found', list('Finding'), { '404': refusal('no such report') }) },
        post: {
          operationId: 'checkFile',
          summary: 'What the consistency rules find in a file; nothing of it is kept. Needs the right to hand in reports',
          parameters: queryOf(CheckFileQuery),
          requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
          responses: answered('worst first; `path` is the name given', list('Finding'), { '408': refusal('what was sent stopped coming; Retry-After says when to try again'), '422': refusal('the file cannot be read as a report') }),
        },
      },
    },
    components: { schemas: Object.fromEntries(Object.entries(SHAPES).map(([name, [schema, io]]) => [name, schemaOf(schema, io)])) },
  };
}

function shape(name: keyof typeof SHAPES): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, reused: 'inline' });
  return described;
}

function queryOf(schema: z.ZodObject): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...described } = schemaOf(field, 'input');
    return { in: 'query', name, required: !field.safeParse(undefined).success, description, schema: queried(field, described) };
  });
}

/** A number in a query is written as text and read as a number: what its schema takes is told by what it gives. */
function queried(field: z.ZodType, described: Json): Json {
  const { description: _, ...given } = schemaOf(field, 'output');
  return 'type' in described ? described : given;
}
