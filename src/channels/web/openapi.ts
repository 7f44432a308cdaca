import { z } from 'zod';
import { Answered, AskRequest, Figures, FiguresQuery, Refusal, Reports, ReportsQuery } from './api-schemas.js';

type Json = Readonly<Record<string, unknown>>;

/** The API described (OpenAPI 3.1), made of the very schemas that check it. */
export function openApi(version: string): Json {
  const refusal = (description: string): Json => ({ description, content: jsonOf(Refusal, 'output') });
  const refusals = { '400': refusal('the request is not right; `field` names where'), '403': refusal('no permission'), '429': refusal('too many requests') };
  return {
    openapi: '3.1.0',
    info: { title: '问报 wenbao', version, description: 'Answers about annual reports on government information disclosure, each figure with its source. Spans count in UTF-16 units of the report’s text.' },
    paths: {
      '/api/ask': { post: { summary: 'Answers one question', requestBody: { required: true, content: jsonOf(AskRequest, 'input') }, responses: { '200': { description: 'the answer, or a typed refusal', content: jsonOf(Answered, 'output') }, ...refusals, '415': refusal('not application/json'), '503': refusal('the desk could not answer') } } },
      '/api/reports': { get: { summary: 'The reports held', parameters: queryOf(ReportsQuery), responses: { '200': { description: 'by organisation and year', content: jsonOf(Reports, 'output') }, ...refusals } } },
      '/api/figures': { get: { summary: 'The figures of a report', parameters: queryOf(FiguresQuery), responses: { '200': { description: 'in reading order', content: jsonOf(Figures, 'output') }, ...refusals, '404': refusal('no such report') } } },
    },
  };
}

function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: shape } };
}

function queryOf(schema: z.ZodObject): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { $schema: _, description, ...shape } = z.toJSONSchema(field, { io: 'input' });
    return { in: 'query', name, required: !field.safeParse(undefined).success, description, schema: shape };
  });
}
