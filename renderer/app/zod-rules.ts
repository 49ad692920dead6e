import type { z } from 'zod'

/** The `validate` of a Mantine form from the draft's own schema: `useForm({ initialValues, validate: zodRules(draft) })`. */
export function zodRules(schema: z.ZodType): (values: unknown) => Record<string, string> {
  return values => {
    const errors: Record<string, string> = {}
    const result = schema.safeParse(values)
    for (const issue of result.error?.issues ?? []) errors[issue.path.join('.')] ??= issue.message
    return errors
  }
}
