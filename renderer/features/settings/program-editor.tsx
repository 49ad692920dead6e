import { Box, Checkbox, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Program, type ProgramDraft, programDraft } from '../../../shared/features/program/contract.ts'
import { tradeCodes, tradeName } from '../../../shared/features/program/trades.ts'
import { type ProgramId, programId } from '../../../shared/ids.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { useRecord } from '../../app/desk/use-record.tsx'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { SaveBar } from '../../app/save-bar.tsx'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { Note } from '../../ui/feedback/note.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { UnitGrid } from '../program/unit-grid.tsx'
import { unitProblems } from '../program/unit-problems.ts'
import { type UnitRow, unitDrafts, unitRows } from '../program/unit-rows.ts'

export const programEditorRoute = pageRoute('/pengaturan/program/$id', ProgramEditor)

const crumb = { label: 'Program', path: '/pengaturan/program' }
const emptyProgram: ProgramDraft = { trade: 'TR', title: '', standard: '', active: true, units: [] }

/** A program and its curriculum. */
function ProgramEditor() {
  const { id } = programEditorRoute.useParams()
  const known = programId.safeParse(Number(id))
  const reading = useRead(api.program.get, known.success ? { id: known.data } : null)
  if (!known.success) return <ProgramForm id={null} program={emptyProgram} />
  if (reading.data) return <ProgramForm key={id} id={known.data} program={draftOf(reading.data)} />
  return (
    <SettingsPage section="program" crumbs={[crumb, { label: id }]}>
      <QueryBoundary query={reading}>{() => null}</QueryBoundary>
    </SettingsPage>
  )
}

function ProgramForm({ id, program }: { id: ProgramId | null; program: ProgramDraft }) {
  const navigate = useNavigate()
  const { form } = useDraftForm(programDraft, program)
  const [rows, setRows] = useState<readonly UnitRow[]>(() => unitRows(program.units))
  const [stored, setStored] = useState(program)
  const [problems, setProblems] = useState<string[]>([])
  const save = useCommand(api.program.save, {
    done: (_, input) => `Program ${input.program.title} disimpan.`,
    async undo() {
      if (id === null) return
      await api.program.save.call({ id, program: stored })
      const { units, ...values } = stored
      form.setValues(values)
      setRows(unitRows(units))
      setStored(stored)
      record.restored(stored)
    },
    canUndo: () => id !== null,
  })
  const draft: ProgramDraft = { ...form.values, units: unitDrafts(rows) }
  const dirty = JSON.stringify(draft) !== JSON.stringify(stored)

  const record = useRecord({
    subject: id === null ? null : `program ${id}`,
    schema: programDraft,
    opened: id === null ? null : program,
    form: {
      setValues({ units, ...values }: Partial<ProgramDraft>) {
        form.setValues(values)
        if (units) setRows(unitRows(units))
      },
      getInputNode: form.getInputNode,
    },
    dirty,
    save,
    input: (program, saw) => ({ id, program, ...saw }),
    onStored(output) {
      setStored(draft)
      if (id === null)
        void navigate({ to: '/pengaturan/program/$id', params: { id: String(output.id) }, replace: true })
    },
    format: { trade: tradeName },
  })

  async function store() {
    const parsed = programDraft.safeParse(draft)
    if (!parsed.success) {
      form.validate()
      return setProblems(unitProblems(parsed.error.issues, rows))
    }
    setProblems([])
    await record.store(parsed.data)
  }

  return (
    <SettingsPage
      section="program"
      crumbs={[crumb, { label: id === null ? 'Program baru' : stored.title }]}
      fixed
      actions={record.presence}
      bar={<SaveBar needs="setting.change" dirty={dirty} action="Simpan program" error={record.error} onSave={store} />}
    >
      {record.choice}
      <Panel label="Program">
        <Columns
          component="form"
          widths="3fr 5fr 4fr auto"
          onKeyDownCapture={enterMovesOn(focusUnits)}
          onSubmit={event => event.preventDefault()}
        >
          <Select
            data={tradeCodes.map(trade => ({ value: trade, label: tradeName(trade) }))}
            {...fieldOf(form, 'trade', { label: 'Kejuruan' })}
          />
          <TextInput {...fieldOf(form, 'title', { label: 'Nama program' })} />
          <TextInput {...fieldOf(form, 'standard', { label: 'SKKNI', optional: true })} />
          <Checkbox
            label="Dipakai"
            pt="1rem"
            style={{ alignSelf: 'center' }}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </Columns>
      </Panel>
      <Panel
        title="Unit kompetensi"
        facts={`${draft.units.length} unit`}
        extra="Ketik, atau tempel dari Excel: kode, judul, JP teori, JP praktik, inti/pilihan, elemen dipisah titik koma. Kelas yang sudah direncanakan tidak berubah."
        flush
        fill
      >
        {problems.length > 0 && (
          <Box p="0.5rem 1rem 0">
            <Note tone="err" live title="Belum dapat disimpan.">
              {problems.join(' · ')}
            </Note>
          </Box>
        )}
        <UnitGrid rows={rows} onRows={setRows} />
      </Panel>
    </SettingsPage>
  )
}

/** Moves the focus from the last field to the table below. */
function focusUnits(): void {
  document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus()
}

function draftOf({ id: _, ...draft }: Program): ProgramDraft {
  return draft
}
