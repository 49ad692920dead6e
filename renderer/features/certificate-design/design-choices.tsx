import { Select } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { DesignList } from '../../../shared/features/certificate-design/contract.ts'
import type { ProgramRow } from '../../../shared/features/program/contract.ts'
import { type DesignId, designId, type ProgramId } from '../../../shared/ids.ts'
import { api, useCommand } from '../../app/client.ts'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { listKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './design-choices.module.css'

interface DesignChoicesProps {
  list: DesignList
  programs: readonly ProgramRow[]
}

const asForAll = 'semua'

type Chosen = { programId: ProgramId | null; designId: DesignId | null; before: DesignId | null; words: string }

/** Chooses the design of certificates: a field for each program, and one for all others. */
export function DesignChoices({ list, programs }: DesignChoicesProps) {
  const choose = useCommand(
    {
      call: ({ programId, designId: chosen }: Chosen) =>
        api.certificateDesign.choose.call({ programId, designId: chosen }),
    },
    {
      done: (_, { words }) => words,
      undo: (_, { programId, before }) => api.certificateDesign.choose.call({ programId, designId: before }),
    },
  )
  const active = list.designs.filter(row => row.active)
  const options = active.map(row => ({ value: String(row.id), label: row.name }))
  const klasik = list.designs.find(row => row.builtIn === 'klasik')
  const own = (programId: ProgramId | null) =>
    list.choices.find(choice => choice.programId === programId)?.designId ?? null
  const forAll = list.designs.find(row => row.id === own(null)) ?? klasik

  function set(programId: ProgramId | null, title: string, value: string | null) {
    const next = value === null || value === asForAll ? null : designId.parse(Number(value))
    const before = own(programId)
    if (next === before) return
    const name = list.designs.find(row => row.id === next)?.name ?? forAll?.name ?? ''
    void choose.run({ programId, designId: next, before, words: `${title} memakai ${name}.` })
  }
  const fields = [
    ...programs
      .filter(program => program.active)
      .map(({ id, title }) => ({
        id,
        title,
        options: [
          { value: asForAll, label: forAll?.name ?? '' },
          ...options.filter(one => one.value !== String(forAll?.id)),
        ],
        value: own(id) === null || own(id) === forAll?.id ? asForAll : String(own(id)),
        issued: list.issued.filter(one => one.programId === id).reduce((sum, one) => sum + one.count, 0),
      })),
    { id: null, title: 'Semua program lain', options, value: String(forAll?.id ?? ''), issued: null },
  ]

  /** ← → move to the next field; a letter chooses a design by its first letter. */
  function press(event: KeyboardEvent<HTMLElement>, at: number) {
    const here = event.currentTarget
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const all = here.parentElement?.querySelectorAll<HTMLElement>('input[aria-haspopup]')
      return all?.[at + by]?.focus()
    }
    const entry = fields[at]
    const fitting = entry?.options.filter(one => one.label.toLowerCase().startsWith(event.key.toLowerCase())) ?? []
    // Among several with this letter, the next one.
    const chosen = fitting[(fitting.findIndex(one => one.value === entry?.value) + 1) % Math.max(1, fitting.length)]
    if (event.key.length !== 1 || !entry || !chosen) return
    event.preventDefault()
    event.stopPropagation()
    set(entry.id, entry.title, chosen.value)
  }

  return (
    <Panel
      title="Dipakai untuk"
      facts="berlaku untuk yang terbit sesudah ini; yang sudah terbit tidak berubah"
      extra={
        <KeyHints
          hints={[
            listKeys.pages('program'),
            { keys: initialsOf(active.map(row => row.name)), text: 'pilih rancangan' },
          ]}
        />
      }
    >
      <div className={styles.fields} data-section>
        {fields.map((entry, at) => (
          <div key={entry.id ?? 'all'} onKeyDownCapture={event => press(event, at)}>
            <Select
              {...field({ label: entry.title })}
              data={entry.options}
              allowDeselect={false}
              value={entry.value}
              onChange={value => set(entry.id, entry.title, value)}
            />
            <p className={layout.detail}>{entry.issued === null ? '\u00a0' : `${entry.issued} terbit tahun ini`}</p>
          </div>
        ))}
      </div>
      <ErrorNote error={choose.error} />
    </Panel>
  )
}

function initialsOf(names: readonly string[]): string[] {
  return [...new Set(names.map(name => name.charAt(0).toUpperCase()))]
}
