import { z } from 'zod';

/** As much of a JSON schema as telling the keys of an object needs. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape | readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

/** The keys that an object at `path` may have, whatever alternative of the schema it is; none when nothing is known. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return [...new Set(shapesAt(schema, path).flatMap((shape) => Object.keys(shape.properties ?? {})))];
}

/** Every key that can be set, with its path (`access.rules.[].roles`), for the test that holds the example file to the schema. */
export function everyKey(schema: z.ZodType): string[] {
  const root = shapeOf(schema);
  const found: string[] = [];
  const walk = (shape: Shape, path: readonly string[]): void => {
    for (const one of alternatives(shape, root)) {
      for (const [key, child] of Object.entries(one.properties ?? {})) {
        found.push([...path, key].join('.'));
        walk(child, [...path, key]);
      }
      for (const item of [one.items ?? []].flat()) walk(item as Shape, [...path, '[]']);
    }
  };
  walk(root, []);
  return [...new Set(found)];
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function shapesAt(schema: z.ZodType, path: readonly PropertyKey[]): Shape[] {
  const root = shapeOf(schema);
  let shapes = alternatives(root, root);
  for (const step of path) shapes = shapes.flatMap((shape) => inside(shape, step)).flatMap((shape) => alternatives(shape, root));
  return shapes;
}

function inside(shape: Shape, step: PropertyKey): Shape[] {
  if (typeof step === 'number') return [shape.items ?? []].flat() as Shape[];
  const named = Object.hasOwn(shape.properties ?? {}, step) ? shape.properties![String(step)] : undefined;
  const rest = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : undefined;
  return [named ?? rest].filter((one) => one !== undefined);
}

function alternatives(shape: Shape, root: Shape): Shape[] {
  if (shape.$ref !== undefined) {
    const meant = shape.$ref === '#' ? root : root.$defs?.[shape.$ref.replace('#/$defs/', '')];
    return meant === undefined || meant === shape ? [] : alternatives(meant, root);
  }
  return [shape, ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].flatMap((one) => alternatives(one, root))];
}
