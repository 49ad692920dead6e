import { type UseFormReturnType, useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { keepsLate } from './desk/kept-on-desk.ts'
import { keepTyped, takeTyped } from './typed-again.ts'

/** What `form.getInputProps(path)` gives to a Mantine input; spread it. */
export type InputProps = ReturnType<UseFormReturnType<object>['getInputProps']>

interface DraftForm<Values, Draft> {
  form: UseFormReturnType<Values>
  /**
   * Returns the draft as the schema outputs it (trimmed, checked). Returns null when it is invalid: the messages then stand under the fields and the
   * first wrong field has the focus.
   */
  read: () => Draft | null
}

/**
 * A Mantine form over a zod draft of the contract. Validates on blur and on `read`. `initialValues` may be wider than the draft where a field starts
 * empty: `{ validFrom: null }`.
 * @param subject the record, where one page opens several in the same fields: what was typed for one never comes back in another
 */
export function useDraftForm<Values extends object, Draft>(
  schema: z.ZodType<Draft>,
  initialValues: Values,
  subject: string | null = null,
): DraftForm<Values, Draft> {
  const [key] = useState(() => formKey(initialValues, subject))
  const late = useRef<{ timer: ReturnType<typeof setTimeout>; keep: () => void }>(undefined)
  const form = useForm<Values>({
    initialValues,
    validate: zodRules(schema),
    validateInputOnBlur: true,
    onValuesChange(values) {
      clearTimeout(late.current?.timer)
      const keep = () => {
        late.current = undefined
        keepTyped(key, values)
      }
      late.current = { timer: setTimeout(keep, keepAfter), keep }
    },
  })
  const fill = useRef(form.setValues)
  useEffect(() => {
    // The page died while this form was open: its values are put back.
    const typed = takeTyped(key)
    if (isObject(typed)) fill.current(typed as Partial<Values>)
    const end = keepsLate(() => late.current?.keep())
    return () => {
      end()
      clearTimeout(late.current?.timer)
      keepTyped(key, null)
    }
  }, [key])
  function read() {
    const unread = unreadDate()
    if (unread) {
      unread.focus()
      return null
    }
    const parsed = schema.safeParse(form.getValues())
    if (parsed.success) {
      form.clearErrors()
      return parsed.data
    }
    form.validate()
    focusFirst(parsed.error.issues.map(issue => issue.path.join('.')))
    return null
  }
  /** A date field whose text is not a date shows that itself. Its value is null, so saving an optional one would silently store nothing. */
  function unreadDate() {
    const nodes = [...document.querySelectorAll<HTMLElement>('[data-unread][data-path]')]
    return nodes.find(node => form.getInputNode<HTMLElement, string>(node.dataset.path ?? '') === node)
  }
  function focusFirst(paths: string[]) {
    // In the order of the page, which may differ from the schema.
    const [first] = paths
      .map(path => form.getInputNode<HTMLElement, string>(path))
      .filter(node => node !== null)
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    first?.focus()
  }
  return { form, read }
}

const keepAfter = 500

/** Identifies a form by its page, record and field names. */
function formKey(fields: object, subject: string | null): string {
  // The page stands in the hash; what follows its ? changes while a form is open.
  const [page] = window.location.hash.split('?')
  return `${page} ${subject ?? ''} ${Object.keys(fields).sort().join()}`.slice(0, 300)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The `validate` function of a Mantine form, from the schema of the draft. */
function zodRules(schema: z.ZodType): (values: unknown) => Record<string, string> {
  return values => {
    const errors: Record<string, string> = {}
    const result = schema.safeParse(values)
    for (const issue of result.error?.issues ?? []) errors[issue.path.join('.')] ??= issue.message
    return errors
  }
}
