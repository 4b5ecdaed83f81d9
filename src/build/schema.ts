import { DATE, type Fields, type Shape } from '../config/shape.ts';

/** A JSON Schema (draft 7, which editors know best) of a shape of configuration. */
export function schemaOf(shape: Shape): object {
  const { about } = shape;
  return { ...(about !== undefined && { description: about }), ...bodyOf(shape) };
}

function bodyOf(shape: Shape): object {
  switch (shape.is) {
    case 'anything':
      return {};
    case 'text':
      return { type: 'string' };
    case 'date':
      return { type: 'string', pattern: DATE.source };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.of };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of), ...(shape.filled && { minItems: 1 }) };
    case 'some':
      return { anyOf: [schemaOf(shape.of), { type: 'array', items: schemaOf(shape.of) }] };
    case 'choice-or-fields':
      return { anyOf: [{ enum: shape.of }, fieldsOf(shape.fields)] };
    case 'record':
      return { type: 'object', additionalProperties: schemaOf(shape.of) };
    case 'fields':
      return {
        ...fieldsOf(shape.of),
        ...(shape.others && { additionalProperties: schemaOf(shape.others) }),
        ...(shape.required && { required: shape.required }),
      };
  }
}

function fieldsOf(fields: Fields): object {
  const properties = Object.fromEntries(Object.entries(fields).map(([key, shape]) => [key, schemaOf(shape)]));
  return { type: 'object', properties, additionalProperties: false };
}
