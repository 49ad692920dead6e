import type { UseFormReturnType } from '@mantine/form'
import type { Joined } from '../../../shared/kernel/seen.ts'
import { useDraftForm } from '../use-draft-form.ts'
import { type RecordForm, type RecordOptions, useRecord } from './use-record.tsx'

type Options<Values, Draft, Input, Output> = Omit<
  RecordOptions<Draft, Input, Output>,
  'form' | 'dirty' | 'onStored'
> & {
  /** May be wider than the draft where a field starts empty. */
  initial: Values
  /** Without it the page stays open and counts as saved. */
  onStored?: (output: Output) => void
}

type Form<Values, Draft> = Omit<RecordForm<Draft>, 'store'> & {
  form: UseFormReturnType<Values>
  /** Saves the fields; if they are invalid, focuses the first wrong one. */
  submit: () => Promise<void>
}

/** The fields of a whole record and how to save it without overwriting a change of another person. */
export function useRecordForm<Values extends object, Draft extends Values, Input, Output extends Joined>({
  initial,
  onStored,
  ...options
}: Options<Values, Draft, Input, Output>): Form<Values, Draft> {
  const { form, read } = useDraftForm(options.schema, initial, options.subject)
  const { store, ...record } = useRecord<Draft, Input, Output>({
    ...options,
    form,
    dirty: form.isDirty(),
    onStored: onStored ?? (() => form.resetDirty(form.getValues())),
  })
  return {
    ...record,
    form,
    async submit() {
      const draft = read()
      if (draft) await store(draft)
    },
    restored(draft) {
      form.setValues(draft)
      form.resetDirty(draft)
      record.restored(draft)
    },
  }
}
