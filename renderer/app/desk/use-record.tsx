import { type ReactNode, useEffect, useState } from 'react'
import type { z } from 'zod'
import { fieldLabel } from '../../../shared/features/history/field-labels.ts'
import type { Joined, UnchosenValue } from '../../../shared/kernel/seen.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { formatClock } from '../../ui/page/moment-format.ts'
import { useSession } from '../session.tsx'
import { keepTyped, takeTyped } from '../typed-again.ts'
import type { Command } from '../use-command.ts'
import { type Changed, plainValue } from './changed.ts'
import { JoinPage } from './join/join-page.tsx'
import type { OwnFields } from './join/use-join-choices.ts'
import { PresenceOf, usePresent } from './presence-chip.tsx'
import { UnchosenMenu } from './unchosen-menu.tsx'
import { useTellJoined } from './use-tell-joined.ts'

export interface RecordOptions<Draft, Input, Output> {
  /** Names the record, 'ruang 4': the key of its draft and of who has it open. Null for a new record. */
  subject: string | null
  schema: z.ZodType<Draft>
  /** The values that the form was opened with; null for a new record. */
  opened: object | null
  form: { setValues: (values: never) => void; getInputNode: (path: never) => HTMLElement | null }
  /** Something is typed that is not stored. */
  dirty: boolean
  save: Command<Input, Output>
  input: (draft: Draft, seen: Seen<Draft>) => Input
  /** Called after saving, also after a choice. */
  onStored: (output: Output) => void
  /** Closes the form after its values were kept as a draft. A page without it shows the stored values again. */
  onLeave?: () => void
  /** Names of fields without a label on the form. */
  labels?: Readonly<Record<string, string>>
  /** How to show values that are not readable as they are. */
  format?: Readonly<Record<string, (value: never) => string>> | ((field: string, value: unknown) => string | undefined)
  /** As in the question: fields that F2 writes with a field of their own. */
  ownFields?: OwnFields
}

/** What a save sends about the values it is based on. */
export type Seen<Draft> = { seen: Draft | null; unchosen: UnchosenValue[] }

export interface RecordForm<Draft> {
  store: (draft: Draft) => Promise<void>
  /** Why saving failed; null when `choice` asks instead. */
  error: string | null
  /** Call it when the last save was undone, with the values that stand again. */
  restored: (draft: Draft) => void
  /**
   * For a form in a dialog: who else has it open, whether it holds a value that was put back or could not be saved yet, and why saving failed.
   */
  dialog: { present: ReactNode; unsaved: boolean; error: string | null }
  /** Shown over the page while two people have changed the same fields. */
  choice: ReactNode
  /** Who else has the record open, and values that were not chosen; for the head of the form. */
  presence: ReactNode
}

type Tried<Draft> = { draft: Draft; labels: Record<string, string>; title: string; page: string }

/** Saves a form of a whole record. A change that another person has saved meanwhile is never overwritten unseen. */
export function useRecord<Draft extends object, Input, Output extends Joined>(
  options: RecordOptions<Draft, Input, Output>,
): RecordForm<Draft> {
  const { subject, schema, opened, form, save, input, onStored, onLeave, format = {} } = options
  const { now, centre, operator } = useSession()
  const present = usePresent(subject, options.dirty ? 'editing' : 'reading')
  const key = `${centre.practice ? 'practice.' : ''}${operator.id}.${subject}`
  const [kept] = useState(() => takeDraft(key, schema))
  // The values that the person has seen: those of opening, or after a choice those of the other person. They outlive a page that
  // dies, because its typed values come back too.
  const [seen, setSeen] = useState(() => kept?.seen ?? takeSeen(key, schema) ?? parsed(schema, opened))
  useEffect(() => {
    if (subject !== null) keepTyped(seenKey(key), seen)
    return () => keepTyped(seenKey(key), null)
  }, [subject, key, seen])
  const [putBack, setPutBack] = useState(false)
  const [tried, setTried] = useState<Tried<Draft> | null>(null)
  const tellJoined = useTellJoined()
  const changed = save.domainError?.code === 'changed_meanwhile' ? save.domainError : null
  useKeptDraftOf(options, kept, () => {
    forgetDraft(key)
    setSeen(parsed(schema, opened))
  })

  async function send(next: Tried<Draft>, basedOn: Draft | null, unchosen: UnchosenValue[] = []) {
    setTried(next)
    const done = await save.run(input(next.draft, { seen: basedOn, unchosen }))
    if (!done) return
    forgetDraft(key)
    const { joined } = done.output
    if (joined) tellJoined(joined, field => next.labels[field] ?? fieldLabel(field))
    setSeen(next.draft)
    onStored(done.output)
  }

  /** The stored values of the other person, as far as the error has them. */
  const theirsOf = ({ conflicts, theirs }: Changed) => ({
    ...theirs,
    ...Object.fromEntries(conflicts.map(one => [one.field, one.theirs])),
  })

  async function join(what: Changed, chosen: ReadonlyMap<string, unknown>, unchosen: UnchosenValue[]) {
    if (!tried) return
    const values = Object.fromEntries(chosen)
    const theirValues = Object.fromEntries(what.conflicts.map(one => [one.field, one.theirs]))
    const basedOn = { ...tried.draft, ...seen, ...theirValues }
    form.setValues(values as never)
    setSeen(basedOn)
    await send({ ...tried, draft: { ...tried.draft, ...values } }, basedOn, unchosen)
  }

  function leaveAsDraft(what: Changed) {
    if (!tried) return
    if (subject !== null) keepDraft(key, { draft: tried.draft, seen, at: now })
    toast('Isian Anda menjadi draf. Dilanjutkan bila formulir ini dibuka lagi.')
    // The question stays until the form is gone: a drawer that showed for a moment would hide the message.
    if (onLeave) return onLeave()
    save.clear()
    const stored = { ...tried.draft, ...seen, ...theirsOf(what) }
    form.setValues(stored as never)
    setSeen(stored)
  }

  const words = (field: string, value: unknown) =>
    value === null
      ? undefined
      : (typeof format === 'function' ? format(field, value) : format[field]?.(value as never)) || undefined

  const error = changed ? null : save.error
  const presence = (
    <>
      <UnchosenMenu
        subject={subject}
        stored={seen}
        label={field => options.labels?.[field] ?? labelsIn(form, [field])[field] ?? fieldLabel(field)}
        said={(field, value) => words(field, value) ?? plainValue(value)}
        onTake={(field, value) => {
          form.setValues({ [field]: value } as never)
          setPutBack(true)
          toast('Nilai itu ada di formulir lagi. Simpan bila sudah benar.')
        }}
      />
      <PresenceOf present={present} />
    </>
  )
  return {
    store(draft) {
      const page = document.querySelector('h1')?.textContent ?? ''
      const labels = { ...labelsIn(form, Object.keys(draft)), ...options.labels }
      return send({ draft, labels, page, title: titleOf(draft) ?? page }, seen)
    },
    error,
    restored: setSeen,
    presence,
    dialog: { present: presence, unsaved: options.dirty && (putBack || tried !== null), error },
    choice: changed && tried && (
      <JoinPage
        key={`${changed.at} ${changed.conflicts.map(one => one.field).join()}`}
        about={{
          title: tried.title,
          crumbs: [...(tried.page === tried.title ? [] : [{ label: tried.page }]), { label: 'Diubah bersamaan' }],
          ...(subject !== null && { subject }),
        }}
        changed={changed}
        seen={seen ?? {}}
        mine={tried.draft}
        schema={schema}
        labels={tried.labels}
        format={words}
        {...(options.ownFields && { ownFields: options.ownFields })}
        pending={save.pending}
        onJoin={(chosen, unchosen) => join(changed, chosen, unchosen)}
        onDraft={() => leaveAsDraft(changed)}
        onBack={save.clear}
      />
    ),
  }
}

/** Fills the form with the draft that was left; 'Urungkan' in the message shows the stored values instead. */
function useKeptDraftOf<Draft, Input, Output>(
  { opened, form }: RecordOptions<Draft, Input, Output>,
  kept: KeptDraft<Draft> | null,
  onForget: () => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    if (!kept) return
    form.setValues(kept.draft as never)
    toast(`Draf Anda dari ${formatClock(kept.at)} dilanjutkan.`, {
      ofOpening: true,
      onUndo() {
        onForget()
        form.setValues(opened as never)
      },
    })
  }, [])
}

/** The name of the record, if it has one. */
function titleOf(draft: object): string | undefined {
  const known = new Map<string, unknown>(Object.entries(draft))
  return [known.get('name'), known.get('title')].find(value => typeof value === 'string' && value !== '') as
    | string
    | undefined
}

/** A draft with the values that its form was opened with: saving it asks the same question again. */
type KeptDraft<Draft> = { draft: Draft; seen: Draft | null; at: string }

// Personal data: kept in memory only, or encrypted on a desk.
const drafts = new Map<string, KeptDraft<unknown>>()
const draftKey = (key: string) => `balai.gabung.${key}`
const seenKey = (key: string) => `balai.lihat.${key}`

function keepDraft<Draft>(key: string, kept: KeptDraft<Draft>): void {
  drafts.set(key, kept)
  keepTyped(draftKey(key), kept)
}

function takeDraft<Draft>(key: string, schema: z.ZodType<Draft>): KeptDraft<Draft> | null {
  const kept = (drafts.get(key) ?? takeTyped(draftKey(key))) as Partial<KeptDraft<unknown>> | undefined
  const draft = parsed(schema, kept?.draft)
  if (draft === null) return null
  const left = { draft, seen: parsed(schema, kept?.seen), at: String(kept?.at ?? '') }
  // Also after the page died: it must be known here to be forgotten once it is saved.
  drafts.set(key, left)
  return left
}

function takeSeen<Draft>(key: string, schema: z.ZodType<Draft>): Draft | null {
  return parsed(schema, takeTyped(seenKey(key)))
}

function forgetDraft(key: string): void {
  if (drafts.delete(key)) keepTyped(draftKey(key), null)
}

function parsed<Draft>(schema: z.ZodType<Draft>, value: unknown): Draft | null {
  // A schema that reshapes what is typed expects that there is something.
  return value === null || value === undefined ? null : (schema.safeParse(value).data ?? null)
}

/** The labels of fields as the form shows them. */
function labelsIn(form: RecordOptions<never, never, never>['form'], fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(field => {
      const node = form.getInputNode(field as never)
      const label =
        (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement ? node.labels?.[0] : undefined) ??
        document.getElementById(node?.getAttribute('aria-labelledby') ?? '')
      const words = label?.firstChild?.textContent ?? node?.getAttribute('aria-label')
      return words ? [[field, words.trim()]] : []
    }),
  )
}
