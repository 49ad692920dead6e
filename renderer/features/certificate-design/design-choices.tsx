import { Select } from '@mantine/core'
import type { DesignList } from '../../../shared/features/certificate-design/contract.ts'
import type { ProgramRow } from '../../../shared/features/program/contract.ts'
import { designId, type ProgramId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

interface DesignChoicesProps {
  list: DesignList
  programs: readonly ProgramRow[]
}

const asForAll = 'semua'

/** Which design certificates are drawn with: one for all, and another where a programme needs it. */
export function DesignChoices({ list, programs }: DesignChoicesProps) {
  const choose = useCommand(api.certificateDesign.choose, { done: () => 'Pilihan rancangan disimpan.' })
  const options = list.designs.filter(row => row.active).map(row => ({ value: String(row.id), label: row.name }))
  const chosen = (programId: ProgramId | null) =>
    list.choices.find(choice => choice.programId === programId)?.designId ?? null
  const klasik = list.designs.find(row => row.builtIn === 'klasik')?.id ?? null

  function set(programId: ProgramId | null, value: string | null) {
    void choose.run({
      programId,
      designId: value === null || value === asForAll ? null : designId.parse(Number(value)),
    })
  }

  return (
    <Panel title="Dipakai untuk">
      <div className={layout.tight}>
        <Select
          {...field({ label: 'Semua program' })}
          data={options}
          value={String(chosen(null) ?? klasik ?? '')}
          onChange={value => set(null, value)}
        />
        {programs
          .filter(program => program.active)
          .map(program => (
            <Select
              key={program.id}
              {...field({ label: program.title })}
              data={[{ value: asForAll, label: 'Seperti semua program' }, ...options]}
              value={String(chosen(program.id) ?? asForAll)}
              onChange={value => set(program.id, value)}
            />
          ))}
        <ErrorNote error={choose.error} />
        <p className={layout.detail}>Berlaku untuk sertifikat yang terbit sesudah ini.</p>
      </div>
    </Panel>
  )
}
