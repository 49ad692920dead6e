import { Flex } from '@mantine/core'
import type { Action } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './planner-trainees.module.css'
import type { ChosenTrainee } from './planner-values.ts'

interface PlannerTraineesProps {
  people: readonly ChosenTrainee[]
  pick: Action
  onWorkbook: () => void
}

/** The chosen trainees: a count with the names below. */
export function PlannerTrainees({ people, pick, onWorkbook }: PlannerTraineesProps) {
  const villages = new Set(people.map(person => person.village).filter(village => village !== null)).size
  return (
    <Panel
      title="Peserta"
      facts={
        people.length === 0 ? undefined : `${people.length} orang${villages > 0 ? ` dari ${villages} kelurahan` : ''}`
      }
      extra={
        <Flex component="span" gap="1rem">
          <LinkAction action={pick} />
          <LinkAction onAction={onWorkbook}>Ambil dari berkas Excel</LinkAction>
        </Flex>
      }
    >
      {people.length === 0 ? (
        <p className={layout.note}>Belum dipilih. Daftarnya dapat juga diisi setelah rencana disimpan.</p>
      ) : (
        <ol className={styles.names}>
          {people.map(person => (
            <li key={person.id}>{person.name}</li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
